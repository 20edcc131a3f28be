@ kremlin = organization; Kremlin
@ lindqvist = person; Marta Lindqvist; NATO Deputy Secretary-General
@ diplomat = anonymous; one NATO diplomat; ; asked not to be identified because the discussions were private
@ bashota = person; Ilir Bashota; Drenova's foreign minister
@ two = anonymous; two Western officials

I response
  statement warns of | Kremlin | name kremlin
D “We are not there yet,” // “Nobody .. retreat.”
  statement said | NATO Deputy Secretary-General Marta Lindqvist | name lindqvist
I that the ministers would meet again in March
  statement told | Lindqvist | name lindqvist
I whether a compromise text was ready
  statement did not say | She | pronoun lindqvist
D “Half .. timetable,”
  statement said | one NATO diplomat, who asked not to be identified because the discussions were private | description diplomat
M that any permanent base .. response.”
  statement warned | The Kremlin | name kremlin
M he was “patient, but not infinitely so.”
  statement said | Drenova's foreign minister, Ilir Bashota, who had flown in overnight | name bashota
D “My country .. years,” // “It can wait until spring.”
  statement told | he | pronoun bashota
I the main objection came from a group of southern members
  statement According to | two Western officials | description two
I that the alliance was split
  statement denied | Lindqvist | name lindqvist
