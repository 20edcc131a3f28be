# Titles and appositions before, after and around the name.
@ trial = document; a trial in four African countries
@ otieno = person; Wanjiru Otieno; head of the trial at the Kisumu Institute of Health
@ reeve = person; Malcolm Reeve; Professor
@ cole = person; Harriet Cole; former chief medical officer
@ bhatt = person; Sunil Bhatt; World Health Organization vaccines director
@ odera = person; Achieng Odera
@ kiprono = person; James Kiprono; Kenya's health secretary

I New measles jab could be given as a patch
  evidence finds | trial | description trial
I A measles vaccine given as a skin patch protected nine children in ten
  evidence has found | a trial in four African countries | description trial
I the patch needed no needle, no nurse and no fridge
  statement said | Dr. Wanjiru Otieno, head of the trial at the Kisumu Institute of Health | name otieno
D “You could post it,”
  statement said | Otieno | name otieno
M it “the most boring miracle of my career.”
  statement called | Professor Sir Malcolm Reeve of Oxbridge Medical School | name reeve
D “Two years is not a lifetime.”
  statement was more guarded: | The former chief medical officer, Dame Harriet Cole | name cole
I that the patch could be approved next year
  statement told | World Health Organization vaccines director Dr. Sunil Bhatt, M.D. | name bhatt
D “Storage is half the cost of a campaign,”
  statement said | Bhatt | name bhatt
I her youngest thought it was a sticker
  statement said | A mother of three in Homa Bay, Achieng Odera, 29 | name odera
I to buy 2 million patches
  statement pledged | Kenya's health secretary, Lt. Col. (ret.) James Kiprono | name kiprono
I rumors
  statement also warned against | Mr. Kiprono | name kiprono
