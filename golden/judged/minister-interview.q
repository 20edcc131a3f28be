# Turns of a transcript carry no marks of their own: V. The headline repeats her words.
@ reis = person; Joana Reis; transport minister of the Azulan Islands
@ ledger = organization; Morning Ledger
@ aide = anonymous; An aide
@ opposition = group; The opposition

D ‘I would do it again’
  statement : | the transport minister | description reis
V Minister, you .. Why?
  statement : | LEDGER | name ledger
V Because .. photograph.
  statement : | REIS | name reis
V The auditor says .. warnings.
  statement : | LEDGER | name ledger
V I read .. port.
  statement : | REIS | name reis
V Will you publish them?
  statement : | LEDGER | name ledger
V Yes, this week.
  statement : | REIS | name reis
I that the documents were still with lawyers
  statement interrupted at this point to say | An aide, who sat in throughout | description aide
V Then next week .. again.
  statement : | REIS | name reis
I her resignation
  statement has called for | The opposition | description opposition
