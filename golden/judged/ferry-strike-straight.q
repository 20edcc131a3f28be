# Straight single marks against straight apostrophes, decades and plural possessives.
@ union = organization; Seafarers' Union
@ maclure = person; Kirsty MacLure; branch secretary of the Seafarers' Union
@ soundlink = organization; SoundLink
@ vance = person; Peter Vance; managing director
@ begg = person; Fiona Begg
@ members = group; Ms MacLure's members

M Ferry crews 'won't be bought'
  statement says | union | description union
D 'They've .. fleece,' // 'It's an insult. The fleece isn't even lined.'
  statement said | Kirsty MacLure, the branch secretary of the Seafarers' Union | name maclure
M its offer was 'fair and final'
  statement said | The operator, SoundLink | name soundlink
D 'We can't .. '90s.'
  statement told Coast FM: | Its managing director, Peter Vance | name vance
I the '07 strike had cost her a summer
  statement said | Fiona Begg, who runs the post office at Kildorran | name begg
D 'I don't blame the crews,' // 'but I can't post a letter on a picket line.'
  statement said | she | pronoun begg
I action
  decision voted nine to one for | Ms MacLure's members | description members
M the union's door was 'open, day or night'
  statement said | She | pronoun maclure
