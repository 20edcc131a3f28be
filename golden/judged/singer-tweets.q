# Tweets and posts; user names as persons.
@ odalys = person; Odalys; Pop star
@ tent = organization; Big Tent
@ marley = person; @marleyknows
@ hex = person; @hex_and_the_city
@ vane = person; Tommy Vane; Rapper
@ prado = person; Inés Prado; manager
@ lawyers = group; Her lawyers

D “🛑 sorry my loves 🛑”
  statement tweeted | she | pronoun odalys
D “I have .. Lisbon,” // “My doctor .. stop.”
  statement wrote on Instagram | the singer, 24 | description odalys
D “Refunds .. kind.”
  statement posted: | Promoter Big Tent | name tent
D “I SOLD MY BIKE FOR THIS,”
  statement tweeted | @marleyknows | name marley
D “get well queen,” // “also my train is non-refundable.”
  statement replied | @hex_and_the_city | name hex
D “Ribs first.”
  statement commented simply: | Rapper Tommy Vane, who was to open for her in Leeds | name vane
I when the tour would resume
  statement declined to say | Odalys’s manager, Inés Prado | name prado
I the insurers will pay
  belief believe | Her lawyers | description lawyers
