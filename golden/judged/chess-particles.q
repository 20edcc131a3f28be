# Particles (van der, de la, von, d', al-), capitals, hyphens.
@ berg = person; Pieter van der Berg; grandmaster
@ fuente = person; Lucía de la Fuente; Kolossus's programmer
@ hagen = person; Otto von Hagen-Lüttwitz; match arbiter
@ daub = person; Ludovic d'Aubigny; Former world champion
@ uni = organization; Al-Rashid University
@ mutairi = person; Nasser al-Mutairi; Dean

I BLAMES [MACHINE]
  statement BLAMES | VAN DER BERG | name berg
D “It got bored,”
  statement said | Van der Berg | name berg
I denied [it]
  statement denied | Kolossus's programmer, Lucía de la Fuente | name fuente
D “It cannot get bored,” // “It can .. happened.”
  statement said | De la Fuente | name fuente
M that he had seen “a great many human beings lose to a clock.”
  statement said | The match arbiter, Baron Otto von Hagen-Lüttwitz | name hagen
I a rematch
  decision declined | Von Hagen-Lüttwitz, 84 | name hagen
I the 37th move
  statement praised | Former world champion Ludovic d'Aubigny, writing in La Tribune | name daub
I that no human would have dared it
  belief verdict was | Mr d'Aubigny's | name daub
I wants [it back by Wednesday]
  intention wants | Al-Rashid University, where the program runs | name uni
D “We need it for the weather,”
  statement said | Dean Nasser al-Mutairi | name mutairi
