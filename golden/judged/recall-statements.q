# Colons that lead to a quotation, a statement, a clause without marks, a letter's words a paragraph on.
@ nestwell = organization; Nestwell
@ agency = organization; consumer agency
@ krogh = person; Mads Krogh; chief executive
@ letter = document; The agency’s letter to retailers, dated Feb. 2
@ owner = anonymous; One shop owner

D “A hinge .. sorry.”
  statement said in a statement: | The company | description nestwell
I Take the bed apart and put it in the garage
  statement put it more bluntly: | The consumer agency | description agency
D “Glue.”
  statement offered a one-word explanation: | chief executive Mads Krogh | name krogh
D “It passed .. wrong.”
  statement added: | Krogh | name krogh
D “If in doubt, do not sell.”
  statement ends with these words: | The agency’s letter to retailers, dated Feb. 2 | description letter
D “Done.”
  statement reply was shorter still: | One shop owner’s | description owner
