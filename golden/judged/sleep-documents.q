# Surveys, letters, figures, polls, laws, white papers, memos, studies.
@ survey = document; a survey of 9,000 households
@ letter = document; A letter to the education secretary, signed by 60 head teachers
@ figures = document; figures from the transport department
@ poll = document; An earlier poll by Marlin Research
@ law = document; The law
@ paper = document; A government white paper
@ memo = document; A leaked memo, seen by this newspaper
@ studies = document; Studies in Denmark

I Teenagers sleep an hour less than in 1995
  evidence finds | survey | description survey
I British teenagers .. 1995
  evidence has found | a survey of 9,000 households | description survey
I that phones are not the main cause; homework is
  evidence shows | The survey, published by the charity Night School | description survey
I lessons to start at ten
  statement calls for | A letter to the education secretary, signed by 60 head teachers | description letter
D “We are teaching the asleep,”
  statement says | it | pronoun letter
I one school bus in five leaves before seven
  evidence According to | figures from the transport department | description figures
I that two parents in three would support a later start
  evidence suggested | An earlier poll by Marlin Research | description poll
I that schools be open for 190 days a year
  decision requires | The law | description law
M to “look again at the bell.”
  statement promised | A government white paper | description paper
I that bus contracts run until 2031
  statement warns | A leaked memo, seen by this newspaper | description memo
I better marks and fewer accidents
  evidence point to | Studies in Denmark | description studies
