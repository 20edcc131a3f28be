# Two people with one surname: told apart by first names, Mr and Ms, husband.
@ marion = person; Marion Ashdown
@ philip = person; Philip Ashdown; retired signalman
@ both = person; Marion Ashdown | Philip Ashdown
@ network = organization; Network South

D “Philip .. mind,” // “He was too polite to look for it.”
  statement said | Marion Ashdown | name marion
I this
  statement disputes | Mr Ashdown, a retired signalman | name philip
D “I said it faced south,” // “I said nothing about grapes.”
  statement said | he | pronoun philip
D “It still .. platform,” // “I can't help it.”
  statement said | Philip Ashdown | name philip
I to plant the far embankment in spring
  intention hope | The Ashdowns | name both
I it has no objection
  statement says | Network South, which owns it | name network
D “We'll need a bridge,”
  statement Marion [said] | Marion | name marion
D “A footbridge,”
  statement Philip [said] | Philip | name philip
