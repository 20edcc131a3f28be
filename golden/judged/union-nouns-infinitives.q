# Infinitives and noun cues (claim that, refusal to, suggestion that, belief is that).
@ union = organization; union of garment workers in Port Selam
@ workers = group; Garment workers
@ owners = group; Factory owners
@ gov = organization; government
@ dau = person; Hakim Dau; Labor Minister
@ women = group; the women on the sewing lines
@ abdi = person; Selma Abdi; union's president
@ brands = organization; Juno & Pine | Norrfolk

I to walk out over heat
  statement threaten | Garment workers | description workers
I to shut every factory .. week
  statement vowed | The union of garment workers in Port Selam | description union
I to buy 600 fans
  statement have promised | Factory owners | description owners
I that the machines are stuck in customs
  statement claim | Their | pronoun owners
I to intervene
  decision refusal | The government's | description gov
I to mediate
  statement offered | Labor Minister Hakim Dau | name dau
I to set a date
  decision declined | Labor Minister Hakim Dau | name dau
I that the workers start at 4 a.m.
  statement suggestion | Dau's | name dau
I that nothing will change before the rains
  belief belief | the women on the sewing lines | description women
D “We asked for air,” // “They sent us a memo.”
  statement said | the union's president, Selma Abdi | name abdi
I foreign brands to stop paying for cold lobbies
  statement called on | Abdi | name abdi
I to send inspectors
  decision have agreed | Two of them, Norrfolk and Juno & Pine | name brands
