@ study = document; a study published on Wednesday in the journal Ocean Letters
@ team = group; Researchers at the University of Port Amity
@ tan = person; Mei-Ling Tan; marine biologist at the university
@ prats = person; Joaquín Prats; Balearic Marine Institute
@ others = group; Other scientists
@ data = document; Data from the first two sites

I Young corals may learn heat from their neighbours
  evidence suggests | study | description study
I Corals that .. that do not
  evidence according to | a study published on Wednesday in the journal Ocean Letters | description study
I that transplanted .. controls
  evidence found | They | pronoun team
D “It looks like a neighbourhood effect,” // “We don't .. passed on.”
  statement said | Mei-Ling Tan, a marine biologist at the university and the study's lead author | name tan
M Microbes are her main suspect // but proteins in the mucus “could just as well be doing the work.”
  statement said | Dr Tan | name tan
M the sample “heroic”
  statement called | Joaquín Prats, who studies reefs at the Balearic Marine Institute and was not involved in the work | name prats
I whether four years was long enough
  statement questioned | Joaquín Prats, who studies reefs at the Balearic Marine Institute and was not involved in the work | name prats
D “One bad summer is not climate,”
  statement said | he | pronoun prats
I to repeat the experiment in the Red Sea
  intention plans | The team | description team
I that the effect .. none
  evidence show | Data from the first two sites | description data
