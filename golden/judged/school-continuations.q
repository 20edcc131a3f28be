# Follow-on quotations with no cue of their own; one speaker is named only in the sentence before.
@ amoako = person; Grace Amoako; Teacher of the year
@ danner = person; Walt Danner; Principal

D ‘The bell is the enemy’
  statement : | Teacher of the year | description amoako
D “They told .. did,” // “They have better sources.”
  statement said | Amoako, who teaches chemistry at Eastfield High School | name amoako
D “I cried .. oxidation.”
  | | continuation amoako
D “The bell .. rings.”
  | | continuation amoako
D “I asked .. window.’”
  | | continuation danner
D “I've asked .. said it.”
  | | continuation danner
D “A fume hood,” // “And a window.”
  statement said | Amoako | name amoako
I what she would buy
  statement asked | | none
