# An interview in HTML: names in bold, a colon, no marks (V).
@ hale = person; Tomoko Hale; Astronaut
@ ben = person; Ben Oyelaran
@ agency = anonymous; A spokesperson for the agency

D ‘You miss the weather’
  statement : | Astronaut Tomoko Hale | name hale
V What do you miss up there?
  statement : | Oyelaran | name ben
V The weather .. drizzle.
  statement : | Hale | name hale
V Is there .. back?
  statement : | Oyelaran | name ben
V Floating .. cups.
  statement : | Hale | name hale
V The agency .. go?
  statement : | Oyelaran | name ben
V If they ask .. might be.
  statement : | Hale | name hale
I that Hale is on the list
  statement later confirmed | A spokesperson for the agency | description agency
