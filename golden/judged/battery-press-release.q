# Sign-offs: “…” – Name, title. The dash is the cue, as a colon is; the sign-off is the source.
@ volt = organization; Voltarra Inc.
@ okafor = person; Denise Okafor; Chief Executive, Voltarra
@ sorrell = person; Matt Sorrell; Governor
@ hatch = person; Bill Hatch; principal, Grantley Technical High School

I the opening .. cells
  statement announced | Voltarra Inc. | name volt
D “Nothing .. people.”
  statement – | Denise Okafor, Chief Executive, Voltarra | name okafor
I to process 40,000 tonnes a year by 2027
  belief expects | Voltarra | name volt
D “Grantley .. nerve.”
  statement — | Governor Matt Sorrell | name sorrell
D “We have .. prouder.”
  statement - | Bill Hatch, principal, Grantley Technical High School | name hatch
