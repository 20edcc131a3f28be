@ sources = anonymous; sources
@ three = anonymous; three people briefed on the talks
@ one = anonymous; one of the people; ; not authorised to speak publicly
@ second = anonymous; A second person with knowledge of the negotiations; ; asked for anonymity because lives were at risk
@ diplomat = anonymous; a European diplomat in the capital; ; on condition that neither he nor his country be named
@ spokeswoman = anonymous; A spokeswoman for the United Nations
@ aide = anonymous; An aide to President Moses Karanja
@ father = anonymous; The father of one of the hostages; ; did not want his name used for fear of reprisals

I Mediators close to deal on Lake Tuma hostages
  statement say | sources | description sources
I Negotiators .. Tuma
  statement according to | three people briefed on the talks | description three
D “The list .. agreed,” // “The boats are not.”
  statement said | one of the people, who was not authorised to speak publicly | description one
I a transfer could take place by Sunday
  statement said | A second person with knowledge of the negotiations, who asked for anonymity because lives were at risk | description second
D “Everyone .. ‘done’,”
  statement told | a European diplomat in the capital // speaking on condition that neither he nor his country be named | description diplomat
M it was “following closely.”
  statement said | A spokeswoman for the United Nations | description spokeswoman
I that money had changed hands
  statement denied | An aide to President Moses Karanja | description aide
D “Not a shilling,”
  statement said | the aide | description aide
I he had bought new shoes for his son
  statement said | The father of one of the hostages, who did not want his name used for fear of reprisals | description father
D “He left in sandals,”
  statement said | the father | description father
