# ``…'' of old wire copy, and '' on both sides.
@ engineers = group; Engineers inspecting the Corvallo dam after Sunday's earthquake
@ arregui = person; Luis Arregui; chief inspector
@ sosa = person; Elena Sosa; President
@ ben = person; Ben Achterberg; hotel owner
@ campo = person; Rita Campo; opposition lawmaker

I Corvallo dam is safe after tremor
  statement say | Engineers | description engineers
I they had found no damage
  statement said | Engineers inspecting the Corvallo dam after Sunday's earthquake | description engineers
D ``We looked .. gallery,'' // ``There .. handrail.''
  statement said | Luis Arregui, the chief inspector | name arregui
M that the government would .. follow
  statement said | President Elena Sosa, speaking in the capital | name sosa
D ''I thought .. truck,'' // ''Then the truck didn't stop.''
  statement said | hotel owner Ben Achterberg, who was asleep in the lobby | name ben
I to see the inspectors' report
  statement demanded | An opposition lawmaker, Rita Campo | name campo
D ``Show us the handrail,''
  statement said | she | pronoun campo
