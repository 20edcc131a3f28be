# What the turns themselves report (“my editor asked me …”) lies inside the outermost content.
@ priya = person; Priya Venkataraman; author of “The Salt Ledger”
@ q = unknown; Q

I debt, ghosts and writing on trains
  statement talks about | The author of “The Salt Ledger” | description priya
V Your narrator .. started?
  statement : | Q | none
V No. I believed .. know.
  statement : | A | description priya
V And who had?
  statement : | Q | none
V I'm not telling you. Read it on a train.
  statement : | A | description priya
V You wrote .. gather.
  statement : | Q | none
V The 6:12 .. whole.
  statement : | A | description priya
V What's next?
  statement : | Q | none
V A very short book with no liars in it.
  statement : | A | description priya
