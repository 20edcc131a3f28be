@ bank = organization; Central Bank of Varnia
@ ilk = person; Stefan Ilk; Governor
@ investors = group; Investors
@ hahn = person; Petra Hahn; Lindbank
@ lobby = organization; VarnInd

M inflation “a house guest that has stopped unpacking”
  statement calls | Central bank | description bank
M inflation was “a house .. left.”
  statement said | The Central Bank of Varnia | name bank
M the economy as .. like it.”
  statement described | Governor Stefan Ilk | name ilk
M that the bank would “do less, later” if wages cooled
  statement added | He | pronoun ilk
M talk of a split among the nine rate-setters as “fiction”
  statement dismissed | Ilk | name ilk
M them for “arguing in complete sentences.”
  statement thanked | Ilk | name ilk
I a cut
  belief had been expecting | Investors | description investors
M that the decision .. autumn
  statement wrote | Petra Hahn of Lindbank | name hahn
M the bank to stop “steering by the wake.”
  statement urged | Business lobby VarnInd | name lobby
