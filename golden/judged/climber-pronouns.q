# she, he, singular they; the second “she” of a sentence with two women.
@ rosa = person; Rosa Tenorio
@ haas = person; Emil Haas
@ merrow = person; Jules Merrow; Canadian photographer
@ pilar = person; Pilar Tenorio
@ post = person; Anneke Post; team's doctor

I the last 200 metres had taken nine hours
  statement said | Tenorio | name rosa
D “You breathe .. step,” // “Then you wonder who is counting.”
  statement said | she | pronoun rosa
I He would lose two toes // and he could live with eight
  statement said by satellite phone from base camp | he | pronoun haas
D “I wanted the sunrise,” // “I got a cloud.”
  statement said | they | pronoun merrow
D “It was the best cloud of my life,”
  statement added | they | pronoun merrow
I her not to go
  statement had begged | Tenorio's sister, Pilar Tenorio | name pilar
D “She promised .. winter,” // “She promised me that last winter.”
  statement told | she | pronoun pilar
I She was impressed by him // he had thanked each toe
  statement said: | she | pronoun post
