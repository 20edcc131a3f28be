# Joint sources are one row: names in alphabetical order; “they” for two people.
@ bf = person; Howard Beale | Ursula Finch; chairmen of the Leyton Philharmonic and the Leyton Symphony
@ ds = person; Ana Duarte | Felix Strom
@ duarte = person; Ana Duarte
@ strom = person; Felix Strom
@ orchs = organization; Leyton Philharmonic | Leyton Symphony
@ rands = person; Colette Rand | Marc Rand
@ rand = person; Colette Rand; Harpist

I to share a hall, and a harpist
  decision agree | Rival orchestras | description orchs
I that the two orchestras would share a hall from September
  statement said | The chairmen of the Leyton Philharmonic and the Leyton Symphony, Howard Beale and Ursula Finch | name bf
D “We have .. year,” // “It now has a second movement.”
  statement wrote in a joint letter to subscribers | Beale and Finch | name bf
I they had agreed on everything but the tuning
  statement said | Ana Duarte and Felix Strom, who will take turns with the baton | name ds
I 440 hertz
  attitude prefers | Duarte | name duarte
M 442 was “brighter.”
  statement said | Strom | name strom
D “There will be one harpist,” // “and two harps.”
  statement added | they | pronoun ds
I that jobs would go
  statement both denied | The Philharmonic and the Symphony | name orchs
I to stay
  intention hope | Harpist Colette Rand and her husband, the Symphony's timpanist Marc Rand | name rands
D “It's the same salary for twice the Mahler,”
  statement said | Mrs Rand | name rand
