# Opening marks never closed: the quotation ends with its paragraph (or its comma and cue).
@ pratt = person; Lucille Pratt
@ amy = person; Amy Quist

D “He talked to her the whole way to Omaha,
  statement said | Lucille Pratt, whose family owned the circus | name pratt
I he had kept the elephant’s chart in a frame
  statement said | His daughter, Amy Quist | name amy
D “It hung .. Jesus,”
  statement said | she | pronoun amy
D “When I asked .. thanked him.
  | | continuation amy
I to attend the funeral on Thursday
  intention plans | Mrs. Pratt | name pratt
D “I would bring the elephant if I could,”
  statement said | she | pronoun pratt
