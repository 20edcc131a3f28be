# British single marks; apostrophes before, inside and after words; doubles nested in singles.
@ holders = group; Plot-holders in Thornby
@ council = organization; town council
@ tack = person; Maureen Tack
@ ashworth = person; Simon Ashworth; council’s leader
@ oshea = person; James O’Shea; developers’ agent

M Council ‘should hang its head’ over allotment sell-off
  statement say | plot-holders | description holders
M the town council of ‘selling the ground from under the beans’
  statement have accused | Plot-holders in Thornby | description holders
I the sale of a third of the Mill Lane allotments
  decision approved | it | pronoun council
I the plot-holders’ own barrister // to sit down
  statement was twice told | | none
D ‘I’ve dug .. ’70s,’ // ‘My neighbour’s .. they have.’
  statement said | Maureen Tack, 81 | name tack
M that ‘not one plot-holder’ would lose out
  statement insisted | The council’s leader, Cllr Simon Ashworth | name ashworth
D ‘We’re .. Mary’s,’ // ‘It’s half a mile away.’
  statement said | he | pronoun ashworth
D ‘It’s clay,’ // ‘You couldn’t .. it.’
  statement said | she | pronoun tack
D ‘Our clients’ .. June.’
  statement said: | The developers’ agent, James O’Shea | name oshea
