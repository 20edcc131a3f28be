# Thought and stance: believe, fear, think, want, favour, doubt, support, oppose, hope, expect, intend, worry.
@ farmers = group; Farmers along the Lower Tamar
@ many = group; Many
@ jo = person; Jo Trevanion
@ agency = organization; Rivers Agency
@ engineers = group; Its engineers
@ county = organization; county
@ bus = organization; bus company
@ knott = person; Piers Knott
@ olver = person; Ruth Olver; Environment minister

I harvest
  attitude fear for | Farmers | description farmers
I the river will break its banks before the weekend
  belief believe | Farmers along the Lower Tamar | description farmers
I that the wheat is already lost
  attitude fear | Many | description many
I the flood defences .. weather
  belief thinks | Jo Trevanion, who grows barley at Calstow | name jo
I the sluice at Hatherby opened tonight
  intention wants | She | pronoun jo
D “I would .. six,”
  statement said | she | pronoun jo
I to flood the field, which belongs to a school
  intention does not want | The Rivers Agency | name agency
I pumping
  attitude favours | It | pronoun agency
I that the sluice would help
  belief doubt | Its engineers | description engineers
I that the old bridge will go
  attitude Fears | | none
I the closure
  attitude supports | The county | description county
I the timing
  attitude opposes | the bus company | description bus
I to be proved wrong
  intention hopes | Trevanion | name jo
I her to be right
  belief expects | Her neighbour, Piers Knott | name knott
I to publish new forecasts at noon
  intention intends | The agency | description agency
I the dams upstream
  attitude is worried about | Environment minister Ruth Olver | name olver
