# One wire story in two outlets: American and British spelling, other marks, other order, a cut.
[continental-20190317-santa-rita]
@ guard = organization; Portugal's coast guard
@ pinho = person; Duarte Pinho; Captain
@ lobo = person; Teresa Lobo
@ line = organization; Atlantic Line
@ insp = anonymous; An inspector who examined it last year; ; on condition of anonymity

I it had recovered .. January
  statement said | Portugal's coast guard | name guard
D "She was .. on," // "It looked .. dinner."
  statement told | Captain Duarte Pinho, who led the operation | name pinho
I the program .. euros
  statement said | Pinho | name pinho
I the cause
  statement declined to speculate about | He | pronoun pinho
D "They told .. done," // "I told .. waiting.'"
  statement said | Teresa Lobo, whose brother was the cook | name lobo
I that the boat had been overloaded
  statement denied | The owner, Atlantic Line | name line
M the hull was "older than most of the crew."
  statement said | An inspector who examined it last year, speaking on condition of anonymity | description insp
I Prosecutors // to receive the inquiry's report in May
  belief are expected | | none

[morning-post-20190318-trawler]
@ guard = organization; Portugal's coastguard
@ pinho = person; Duarte Pinho; Captain
@ lobo = person; Teresa Lobo
@ line = organization; Atlantic Line

I it has recovered .. January
  statement says | Portugal's coastguard | name guard
D ‘She was .. on,’ // ‘It looked .. dinner.’
  statement said | Captain Duarte Pinho, who led the operation | name pinho
I the programme .. €6m
  statement said | Captain Pinho | name pinho
I the cause
  statement declined to speculate about | He | pronoun pinho
D ‘They told us it could not be done,’
  statement said | Teresa Lobo, whose brother was the cook | name lobo
I that the boat had been overloaded
  statement denied | The owner, Atlantic Line | name line

[ledger-20190904-halden]
@ filings = document; filings reviewed by The Ledger
@ brandt = person; Sofia Brandt; Halden's general counsel
@ two = anonymous; two former employees; ; on the condition that they not be named
@ one = anonymous; one of them
@ lawyers = group; Securities lawyers
@ winter = person; Hal Winter; professor at Tarrant Law School
@ reg = organization; regulator

I The chief executive .. bars
  evidence according to | filings reviewed by The Ledger | description filings
I that Gregory Ames sold on Aug. 2
  evidence show | The filings | description filings
M the sale was "planned .. office."
  statement said | Halden's general counsel, Sofia Brandt | name brandt
I he knew of the inspection within an hour
  statement said | two former employees, both of whom signed confidentiality agreements and spoke on the condition that they not be named | description two
D "He asked me how bad," // "I said, .. days?'"
  statement recalled | one of them | description one
I the answer might matter
  statement said | Securities lawyers | description lawyers
D "If those .. shares,"
  statement said | Hal Winter, a professor at Tarrant Law School | name winter
I to open an inquiry
  decision decided | The regulator | description reg
