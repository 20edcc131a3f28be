# Short news in a CSV file with outlet, date and title columns: technology, entertainment, health.
[brief-quillon]
@ quillon = organization; Quillon
@ roberts = person; Nia Roberts; chief product officer
@ campaigners = group; Privacy campaigners

I Tech firm Quillon will let .. button
  statement announced | it | pronoun quillon
D “The button .. argument,” // “It works, because I won that one.”
  statement told | chief product officer Nia Roberts | name roberts
I the change
  statement welcomed | Privacy campaigners | description campaigners
M what “everything” meant
  statement asked | Privacy campaigners | description campaigners
I it means everything except invoices
  statement says | Quillon | name quillon

[brief-bellini]
@ bellini = person; Mauro Bellini; Director
@ olsen = person; Greta Olsen; producer

M his next film .. audience.”
  statement says | Director Mauro Bellini | name bellini
M himself “retired but not informed of it.”
  statement called | the Italian, 77 | description bellini
I His producer, Greta Olsen // to have raised half the budget
  belief is understood | | none
D “Mauro asked for a volcano,” // “I have found him a hill that smokes.”
  statement said | she | pronoun olsen

[brief-saline]
@ doctors = group; doctors
@ keller = person; Anja Keller; head pharmacist at St. Barbara's in Bonn
@ ministry = organization; health ministry
@ salmed = organization; SalMed

I Hospitals .. factory
  statement warned | doctors | description doctors
D “We are .. in it,” // “That is a sentence I never expected to say.”
  statement said | Anja Keller, head pharmacist at St. Barbara's in Bonn | name keller
I imports would arrive by Wednesday
  statement said | The health ministry | description ministry
D “From where?”
  statement was sceptical: | Keller | name keller
I to restart one line on Sunday
  intention hopes | The factory's operator, SalMed | name salmed
