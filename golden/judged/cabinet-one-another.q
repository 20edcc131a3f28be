# Bare heads: the speaker is the head as written, for “one” and “another” are not the same person.
@ one = anonymous; one
@ another = anonymous; another
@ third = anonymous; A third
@ d1 = anonymous; one
@ d2 = anonymous; the other
@ a1 = anonymous; One of them
@ a2 = anonymous; Another

D “I don't .. finished,” // “He kept looking at my chair.”
  statement said | one | description one
D “He has run out of cousins,”
  statement said | another | description another
I There would be no more changes before the vote // because there was no more paper
  statement said | he | pronoun third
D “Mine hasn't slept,”
  statement said | one | description d1
D “Mine has done nothing else,”
  statement replied | the other | description d2
M the reshuffle of 2008 as “a wedding by comparison.”
  statement recalled | One of them | description a1
I it had been worse
  belief thought | Another | description a2
