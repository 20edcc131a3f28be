# Block quotes: the words stand in paragraphs of their own, without marks (V).
@ aldous = person; Frances Aldous; High Court judge
@ haddad = person; Rami Haddad; Syrian pharmacist
@ crowe = person; Beth Crowe; solicitor
@ ho = organization; Home Office
@ spokesman = anonymous; A spokesman

D ‘paper walls’
  statement criticises | Judge | description aldous
I the Home Office to decide .. answer
  decision has ordered | A High Court judge | description aldous
I the delay was without precedent
  statement said | Mrs Justice Frances Aldous | name aldous
V There is no wall .. another. // A wall of paper is still a wall.
  statement wrote: | she | pronoun aldous
D “I have .. letters,” // “It no longer closes.”
  statement said | he | pronoun haddad
V Nine years .. of them.
  statement tweeted: | His solicitor, Beth Crowe | name crowe
I it would not appeal
  statement said | The Home Office | name ho
M that the department “regrets the length of time taken.”
  statement added | A spokesman | description spokesman
