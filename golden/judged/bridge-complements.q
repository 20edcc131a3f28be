# that-clauses, bare clauses, according to, in the view / opinion of, as X sees it, to hear X tell it, per.
@ audit = document; an audit released on Friday
@ lorimer = person; Bea Lorimer; Transport Commissioner
@ frayn = person; Otto Frayn; bridge's designer
@ residents = group; residents of Lower Kessel
@ site = document; the department's website
@ contractor = organization; Stahl & Moore

I Kessel bridge cracks were seen in 2018
  evidence : | Report | description audit
I Inspectors knew in 2018 that the Kessel bridge was cracking
  evidence according to | an audit released on Friday | description audit
I the cracks were photographed, measured and filed under the wrong bridge
  evidence says | The audit | description audit
I that nobody read the file again until the deck moved
  evidence concludes | It | pronoun audit
I she learned of the file from a newspaper
  statement said | Transport Commissioner Bea Lorimer | name lorimer
I that drivers had reason to be angry
  statement acknowledged | She | pronoun lorimer
I the steel is sound and the joints are not
  belief In the view of | the bridge's designer, Otto Frayn, 90 | name frayn
I In his opinion // it should be closed
  statement said | Mr. Frayn | name frayn
I closing the bridge would put 30,000 cars a day through two villages
  belief sees it | Ms. Lorimer | name lorimer
I the cars are there already
  statement tell it | residents of Lower Kessel | description residents
I repairs will start in June
  statement Per | the department's website | description site
I it would need 14 weeks
  statement told | The contractor, Stahl & Moore | name contractor
