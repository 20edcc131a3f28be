# Furniture of many kinds, some of it inside a quotation that spans paragraphs.
@ officials = anonymous; officials
@ rahal = person; Mustafa Rahal; shepherd who lives beside the valve station
@ shukri = person; Adel Shukri; Oil Minister
@ security = anonymous; a security official; ; on condition of anonymity because he was not allowed to brief the press

I repairs would take at least a week
  statement said | officials | description officials
D “We heard a sound like a door,”
  statement said | Mustafa Rahal, a shepherd who lives beside the valve station | name rahal
D “Then the sky .. gone. // “I found all but two of them.”
  | | continuation rahal
I a leak
  statement blamed | Oil Minister Adel Shukri | name shukri
I sabotage
  statement ruled out | He | pronoun shukri
I investigators had found wires
  statement said | a security official, speaking on condition of anonymity because he was not allowed to brief the press | description security
D “A leak does not need a battery,”
  statement said | he | pronoun security
