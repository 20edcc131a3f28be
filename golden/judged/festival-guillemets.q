@ dastier = person; Hélène Dastier; director
@ wolk = person; Tomasz Wolk; Jury president
@ armand = person; Luc Armand

D «We film what frightens us»
  | | none
D « Cinema .. consolation, » // « It is an alarm clock. »
  statement told | Hélène Dastier | name dastier
D «I have .. weather,»
  statement said | he | pronoun wolk
M she had cut .. more»
  statement said | Dastier, who took over in January | name dastier
M the cut «brave, in the sense that my doctor uses the word»
  statement called | Her predecessor, Luc Armand | name armand
I a seat at the closing night
  intention is hoping for | He | pronoun armand
