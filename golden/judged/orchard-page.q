# A page with banner, caption, related links, comments; a quotation goes on past a box.
@ office = organization; county agriculture office
@ lasky = person; Bud Lasky
@ arroyo = person; Lupe Arroyo; Agriculture Commissioner
@ insurers = group; Insurers

I Growers .. frost
  statement said | the county agriculture office | description office
D “We ran .. out,” // “Then .. torches. // “They .. bank.”
  statement said | Bud Lasky, who farms 80 acres near Sand Creek | name lasky
I the governor to declare an emergency
  statement has asked | Agriculture Commissioner Lupe Arroyo | name arroyo
I the damage at $31 million
  belief estimates | She | pronoun arroyo
D “It’s not just fruit,” // “It’s the .. dresses.”
  statement said | Arroyo | name arroyo
I to pay before fall
  belief do not expect | Insurers | description insurers
I he can wait
  statement says | Lasky, 66 | name lasky
I His bank // cannot
  statement said | he | pronoun lasky
