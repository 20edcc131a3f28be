@ pike = person; Gary Pike; Panda keeper
@ cray = person; Linda Cray; Zoo boss
@ vet = anonymous; A vet who examined the panda on Friday

I I slept in the cage for a month
  statement : | Panda keeper | description pike
I how the animal woke him every morning by sitting on his legs
  statement has told | A ZOO keeper who slept beside a sick panda for a MONTH | description pike
D “My girlfriend .. panda,” // “She came .. her. // “She brings the bamboo now.”
  statement said | dad-of-two Gary | name pike
M Gary “one in a million”
  statement called | Zoo boss Linda Cray | name cray
I he would be paid for the nights
  statement said | Zoo boss Linda Cray | name cray
M she was “fat again, thank God.”
  statement said | A vet who examined the panda on Friday | description vet
