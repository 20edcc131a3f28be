# Nicknames, songs, an album: no rows. The dead man speaks from old interviews, a friend from a book.
@ doc = person; Cornelius “Doc” Fontaine; bandleader
@ yvette = person; Yvette Fontaine-Bell; singer
@ reed = person; Amos Reed; trumpeter

I His death
  statement was confirmed by | his granddaughter, the singer Yvette Fontaine-Bell | name yvette
D “I was never rediscovered,” // “I was .. lost.”
  statement told | he | pronoun doc
I His mother // named him after a mule that had never kicked anybody
  statement liked to say | he | pronoun doc
D “Doc couldn't .. could,” // “He'd say .. to it?’”
  statement recalled in his memoir | the trumpeter Amos Reed | name reed
D “Everybody .. me,” // “And I was the one they paid last.”
  statement once said | Mr. Fontaine | name doc
