# A speaker named only in the next paragraph, only in the one before, only in the next sentence; and nobody.
@ moyo = person; Lindiwe Moyo
@ strake = person; Colin Strake; Headteacher
@ bellamy = person; Sue Bellamy; Watch Manager
@ someone = anonymous; someone

D “I smelled .. morning?”
  | | continuation moyo
D “The guinea .. five.”
  | | continuation strake
D “It was .. piano.”
  statement The words were those of | Watch Manager Sue Bellamy, whose crew were at the scene for nine hours | name bellamy
D “We'll be open on Tuesday,”
  statement shouted | someone | description someone
D “Somewhere,”
  statement said | Mr Strake | name strake
