# A stray closing mark and a stray straight mark: nothing around them is spoilt.
@ board = organization; Marlow County board
@ okoro = person; Lewis Okoro; Board chair
@ pool = person; Janet Pool; Supervisor

I a $48 million budget
  decision passed | The Marlow County board | name board
M the plows were “overdue by about three winters.”
  statement said | Board chair Lewis Okoro | name okoro
D “Nobody .. library,” // “And nobody did.”
  statement said | Okoro | name okoro
M the board had spent its reserves “like a lottery winner.”
  statement said | She | pronoun pool
I another term
  intention is not seeking | Pool | name pool
D “I have said my piece,” // “Now I’d like .. plow.”
  statement said | she | pronoun pool
