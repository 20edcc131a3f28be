@ council = organization; county council
@ pruett = person; Dawn Pruett; Chief Fire Officer
@ reyes = person; Callum Reyes; reporter
@ rail = organization; North Line Rail
@ forecasters = group; Forecasters
@ pm = person; Alan Whitcombe; prime minister
@ nine = organization; Channel Nine
@ police = organization; Police

I Three schools in Calder Bay are taking people in
  statement says | the county council | description council
D "We are .. hour,"
  statement says | Chief Fire Officer Dawn Pruett | name pruett
I that 140 homes .. so far
  statement adds | She | pronoun pruett
D "The water .. boats."
  statement : | our reporter Callum Reyes at the quay | name reyes
D "No trains .. tomorrow."
  statement tweets: | North Line Rail | name rail
I gusts of 85 mph
  belief expect | Forecasters | description forecasters
I to visit the area on Friday
  intention is hoping | The prime minister, Alan Whitcombe | name pm
I whether the army would be sent in
  statement Asked by | Channel Nine | name nine
D "If it is needed, yes."
  statement replied: | he | pronoun pm
I a man in his 60s .. Low Ford
  statement say | Police | description police
