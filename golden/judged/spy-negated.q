# Negated and questioned cues keep their negation; “nor did Thorvald” has no content of its own.
@ thorvald = person; Agnes Thorvald; head of Orland's intelligence service
@ lawmakers = group; lawmakers
@ brandl = person; Ivo Brandl; deputy
@ pmo = organization; prime minister's office

I who read the file
  statement will not say | Spy chief | description thorvald
I whether her officers .. mail
  statement did not say | The head of Orland's intelligence service | description thorvald
I that the mail had been opened
  statement did not deny | The head of Orland's intelligence service | description thorvald
I who had paid for the kettle
  statement refused to say | The head of Orland's intelligence service | description thorvald
I if a warrant existed
  statement Asked three times by | lawmakers | description lawmakers
D “I have nothing to add to my silence.”
  statement answered | Agnes Thorvald | name thorvald
I the operation in March
  belief know of | she | pronoun thorvald
I She could not remember
  statement said | she | pronoun thorvald
D “Nobody .. illegal,” // “Nobody ever told me it was legal.”
  statement added | she | pronoun thorvald
I further raids
  statement would not rule out | Her deputy, Ivo Brandl | name brandl
I that the file was lost
  statement has never said | He | pronoun brandl
I how many letters were copied
  belief is not known | | none
I that Thorvald had offered to resign
  statement would not confirm | The prime minister's office | description pmo
I it would not happen again
  statement promise | she | pronoun thorvald
D “No,”
  statement said | she | pronoun thorvald
