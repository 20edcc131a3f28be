# the senator, the billionaire, the lawmaker, the Republican, the coach, the Nevadan, the sister.
@ marsh = person; Olivia Marsh; Senator
@ lund = person; Barry Lund; casino heir
@ whitfield = person; Dale Whitfield; former prosecutor
@ boyd = person; Terrence Boyd; Coach
@ bank = organization; food bank on Fourth Street
@ nun = anonymous; Its director, a nun

D “I should have read the check,”
  statement said | the senator | description marsh
I he had never met the lawmaker
  statement told | The billionaire | description lund
I the money back
  intention did not want | The billionaire | description lund
D “Fifty .. glasses,”
  statement said | the Republican | description whitfield
D “We're 2 and 11,” // “Nobody's bribing anybody.”
  statement said | the coach | description boyd
I she would give .. Street
  statement said | The Nevadan, 58 | description marsh
I the gift
  statement welcomed | The charity | description bank
I the scoreboard a sin
  statement called | Its director, a nun | description nun
D “It is very bright,”
  statement said | the sister | description nun
