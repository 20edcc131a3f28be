# Interjections with relative clauses, appositions and participles; a source inside the quotation's two halves.
@ hadi = person; Yusuf Hadi; baker
@ solheim = person; Ingrid Solheim; convoy's leader
@ rifai = person; Amal Rifai
@ tarek = person; Nabil Tarek; commander

D “We counted .. wall,” // “and then we burned the wall.”
  statement said | Yusuf Hadi, a baker who had kept his oven going with the doors of abandoned houses | name hadi
D “What we found,” // “was a town .. rule.”
  statement said | the convoy's leader, Ingrid Solheim, who has run operations in nine countries and who arrived with a cold and a clipboard | name solheim
I The rule // was that children ate first
  statement said | she | pronoun solheim
D “My son,” // “thinks they are a parade.”
  statement said, lifting the boy so that he could see the trucks | a woman in the queue, Amal Rifai | name rifai
D “I did not,” // “correct him.”
  statement added | she | pronoun rifai
D “It will stay open,” // “as long as nobody shoots at it.”
  statement told | Gen. Nabil Tarek, their commander | name tarek
