# Paragraphs reopened, only the last one closed: one quotation, one row.
@ tillery = person; Nora Tillery; Senator
@ crandall = person; Paul Crandall; Senator

D “I come .. people,” // “Eighty of them fish. // “The other ten fix the boats. // “When .. happen.”
  statement said | Ms. Tillery | name tillery
I the treaty
  attitude supports | who | pronoun crandall
D “She has .. quotas,” // “She does .. votes. // “But I .. herself.”
  statement said outside the chamber | he | pronoun crandall
