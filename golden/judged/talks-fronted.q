# Fronted content, content around its cue, quotative inversion without marks.
@ aro = person; Pekka Aro; mediator
@ valko = person; Dmitri Valko; Orsk's envoy
@ sobol = person; Jana Sobol
@ staff = group; hotel staff
@ all = group; all

I The talks failed
  statement the mediator [said] | the mediator | description aro
I Both sides .. pencil // and neither would lend the other an eraser
  statement he [said], and neither | he | pronoun aro
I No ceasefire // had ever been offered
  statement insisted | Orsk's envoy, Dmitri Valko | name valko
I One had // and in writing
  statement countered | his opposite number, Jana Sobol | name sobol
D “Read the second page,”
  statement said | Sobol | name sobol
I There would .. May // if he had to hold it in his own kitchen
  statement promised | he | pronoun aro
I Reporters // had been better fed than the delegates
  statement complained | Aro | name aro
I The delegates // had eaten mostly toast
  statement said | hotel staff | description staff
I It was // good toast
  belief agreed | all | description all
