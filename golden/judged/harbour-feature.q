@ tom = person; Tom Garrick
@ ellen = person; Ellen Garrick
@ museum = organization; Humber Maritime Museum

D “You walk .. living,” // “and you .. round.”
  statement says | Tom Garrick, who has done so since he was fourteen and whose father and grandfather did it before him | name tom
I the place will close within five years
  belief thinks | She | pronoun ellen
D “Tom won't hear it,” // “I tell .. really.”
  statement says, laughing | [Ellen Garrick] says, laughing | name ellen
D “That was .. up,”
  statement says | Mr Garrick | name tom
D “I got as far as the gate.”
  | | continuation tom
I to take the wheel
  statement has offered | The Humber Maritime Museum | name museum
I the move
  attitude is in favour of | Mrs Garrick | name ellen
I he would sooner burn it
  statement says | Her husband | description tom
D “He wouldn't,” // “He'd .. match.”
  statement adds | she | pronoun ellen
