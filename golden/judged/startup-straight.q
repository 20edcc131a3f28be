@ perchly = organization; Perchly
@ whitlock = person; Dana Whitlock; Chief Executive
@ menon = person; Ravi Menon; Analyst
@ engineer = anonymous; An engineer who was laid off on Monday; ; declined to be named

D "growth at any cost"
  statement blames | Perchly | name perchly
I it would cut 210 jobs .. Tulsa
  statement said | Online pet-insurance firm Perchly | name perchly
D "We hired .. come," // "That's on me."
  statement wrote in an email to employees | Chief Executive Dana Whitlock | name whitlock
M the company had burned .. coverage."
  statement said | Analyst Ravi Menon of Corbel Partners | name menon
I that Perchly's board had asked her to stay
  statement said | Whitlock | name whitlock
D "I said yes," // "I also said, 'Only if the bonuses go first.'"
  statement wrote | she | pronoun whitlock
I the email arrived while he was on a support call
  statement said | An engineer who was laid off on Monday, and who declined to be named | description engineer
D "I had to finish the call,"
  statement said | he | pronoun engineer
I to book a charge of $9 million in the second quarter
  belief expects | The company | description perchly
