# Three levels deep; closings run together (’” ,’ ” and ”’): the outermost is the quotation.
@ inquiry = organization; Flood inquiry
@ fitch = person; Lorna Fitch; dispatcher
@ duhamel = person; Craig Duhamel; supervisor
@ strand = person; Beverly Strand; panel’s chairwoman

I call that was never passed on
  statement hears of | Flood inquiry | description inquiry
I that she was ordered to ignore it
  statement told | A dispatcher who took the first call from the Willow Creek mobile home park | description fitch
D “My supervisor .. know,’” // “So I told them, ‘We know.’ ”
  statement testified | the dispatcher, Lorna Fitch | name fitch
D “What I said was ‘log it,’” // “I never .. nobody said.”
  statement told | Mr. Duhamel | name duhamel
I whether the call had been logged
  statement asked | The panel’s chairwoman, retired judge Beverly Strand | name strand
D “It was not,”
  statement said | Mr. Duhamel | name duhamel
I her report would be published by June 30
  statement said | Judge Strand | name strand
