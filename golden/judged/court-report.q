@ sallow = person; Derek Sallow
@ khoury = person; Nadia Khoury; KC
@ brace = person; Ian Brace; Mr Sallow’s partner
@ lacey = person; Peter Lacey; judge
@ jury = group; a jury

M Boatyard owner ‘emptied the accounts overnight’
  statement told | | none
I A boatyard owner moved .. mistake
  statement has heard | a jury | description jury
I fraud and false accounting
  statement denies | Derek Sallow, 58, of Quay Road, Pennick | name sallow
D ‘This was .. timetable.’
  statement said: | Nadia Khoury KC, prosecuting | name khoury
I that Mr Sallow’s partner .. bounced
  statement told | She | pronoun khoury
D ‘I rang .. again”,’ // ‘I’d known .. believed him.’
  statement told | Mr Brace | name brace
I that he had signed blank cheques
  statement accepted | Mr Brace | name brace
M that he had ‘turned a blind eye’
  statement did not accept | He | pronoun brace
I that a second set .. jury
  decision ruled | The judge, His Honour Peter Lacey | name lacey
