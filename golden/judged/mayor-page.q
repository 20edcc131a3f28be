@ lanz = person; Hedwig Lanz; Mayor
@ amrain = person; Klaus Amrain; Deputy governor
@ divers = group; Divers
@ steiner = person; Mirko Steiner

D “I promised nothing,” // “and I shall deliver it.”
  statement said | she | pronoun lanz
M it “a choir with a stamp.”
  statement calls | Deputy governor Klaus Amrain | name amrain
I that the church bell can be heard in dry summers
  belief believes | Mrs Lanz | name lanz
I doubt [it]
  belief doubt | Divers | description divers
D “There is no bell,” // “There's a very large trout.”
  statement says | one, Mirko Steiner, who has been down twice | name steiner
I to stand
  intention intends | Mrs Lanz | name lanz
