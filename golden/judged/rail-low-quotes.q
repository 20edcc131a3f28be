# „ “ and „ ”; a space astray before a closing mark; ‘dog’ nested.
@ voss = person; Ingrid Voss; pensioner
@ brandt = person; Henning Brandt; farmer
@ bahn = organization; Heidebahn
@ lenz = person; Uwe Lenz; Heidebahn spokesman
@ thole = person; Anke Thöle; Minister

D „I have .. go,“
  statement said | pensioner Ingrid Voss | name voss
D „Now I am going to Uelzen.“
  | | continuation voss
D „The inspector laughed,“ // „Then he wrote ‘dog’ on it.“
  statement said | he | pronoun brandt
I the slope could not be made safe
  statement had said | The operator, Heidebahn | name bahn
D „She was right and we were wrong, “
  statement said at the ceremony | Heidebahn spokesman Uwe Lenz | name lenz
D „an hourly service by December”
  statement promised | Minister Anke Thöle | name thole
