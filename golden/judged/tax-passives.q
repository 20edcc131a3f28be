# Passives with and without an agent; the empty “It” belongs to nothing, other subjects to the content.
@ pros = group; prosecutors
@ conti = person; Livia Conti; lawyer
@ neri = person; Carla Neri; present mayor

I Ex-mayor // of hiding villa
  statement accused | | none
I A former mayor of Castelmare // of hiding a seaside villa .. years
  statement was accused by | prosecutors | description pros
I Aldo Ferrante, 67, // to have registered the house in the name of a parrot
  statement is alleged | | none
I that the bird had died in 2011
  statement was reported | | none
I The villa // to be worth 3 million euros
  statement is said | | none
I that Mr Ferrante's lawyers were told of the inquiry in March
  belief is understood | | none
M He // as “a generous man with a complicated garden.”
  statement was described by | his lawyer, Livia Conti | name conti
I The charges // as gossip
  statement were dismissed by | Ms Conti | name conti
I Mr Ferrante // to appear before a judge on Friday
  belief is expected | | none
I He // to return a medal
  statement was urged by | the present mayor, Carla Neri | name neri
