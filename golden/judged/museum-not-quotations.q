# Nicknames, titles, scare quotes, a foreign word, signs, a ticket's name, feet and inches: no rows.
@ tully = person; Raymond “Big Ray” Tully

D “I was a roofer,” // “This is what roofers do when it rains.”
  statement said | he | pronoun tully
I They are for parents
  statement said | Tully | name tully
