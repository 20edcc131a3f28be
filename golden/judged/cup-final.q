@ adeyemi = person; Samuel Adeyemi; striker
@ salgado = person; Bruna Salgado; coach
@ ekberg = person; Rolf Ekberg; Kingsferry manager

D “I just closed .. jumped,” // “When .. me.”
  statement said | the striker | description adeyemi
I he had begged to play
  statement said | His coach, Bruna Salgado | name salgado
D “I told him .. more,” // “He heard ninety.”
  statement said with a grin | Salgado | name salgado
I the referee for a penalty that was not given in the first half
  statement blamed | Kingsferry manager Rolf Ekberg | name ekberg
D “Everybody .. saw it,” // “Everybody but one.”
  statement said | Ekberg | name ekberg
M the home side of “diving like it's summer.”
  statement accused | He | pronoun ekberg
D “I have a final to prepare,”
  statement said | she | pronoun salgado
