# Speakers that stay unknown: no cue, overheard exchange, impersonal passives.
@ note = document; a note on a box of singles
@ voice = anonymous; a voice from under a tarpaulin

D “Don't .. everyone.”
  | | none
D “Honest box. Be honest.”
  statement : | a note on a box of singles | description note
D “Is it original?”
  | | none
D “It's original rust.”
  | | none
I that a Bexley dealer once found a Vermeer here
  statement is said | | none
I that he sold it for the frame
  statement is also said | | none
D “Same time next week?”
  statement comes | a voice from under a tarpaulin | description voice
