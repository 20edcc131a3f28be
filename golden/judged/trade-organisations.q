# Governments, metonyms (Washington, Kostrava, Brussels), firms, unions.
@ wh = organization; White House
@ wash = organization; Washington
@ kostrava = organization; Kostrava
@ ec = organization; European Commission
@ brussels = organization; Brussels
@ orlik = organization; Orlik AG
@ forge = organization; NorthForge
@ wto = organization; World Trade Organization
@ spokesman = anonymous; a spokesman
@ stahl = organization; IG Stahl

I Velmar of dumping steel
  statement accused | The White House | name wh
I the tariffs would rise to 40 percent on May 1
  statement said | Washington | name wash
M the figure “an invitation to count to 41.”
  statement called | Kostrava | name kostrava
I it was studying both announcements
  statement said | The European Commission | name ec
I talks in June
  intention hopes for | Brussels | name brussels
I layoffs at two mills
  statement warned of | Steelmaker Orlik AG | name orlik
I it had stocks until autumn
  statement said | Its rival NorthForge, which buys half its ore from Velmar | name forge
D “We will not be collateral,”
  statement said on its website | the company | description forge
I that a complaint had arrived on Thursday
  statement confirmed | The World Trade Organization | name wto
D “The prime minister was at the cricket,”
  statement said | a spokesman | description spokesman
I a seat at the table
  statement demanded | The union IG Stahl | name stahl
I a march on Monday
  intention plans | It | pronoun stahl
