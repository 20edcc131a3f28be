"""Surnames that so many people bear that a given name beside them does not tell who it is."""

from quotes.attribute.lexicon import word_set

#: The most frequent in the censuses of the United States and lists of the United Kingdom, and of
#: names in Arabic, which in English papers stand for a father's or a family's alike.
COMMON_SURNAMES = word_set(
    """
    abbas abdullah ali hassan hussain hussein ibrahim mahmoud malik mohamed mohammed muhammad
    adams ahmed allen anderson bailey baker bell brooks brown campbell carter clark clarke collins
    cook cooper cox davies davis diaz edwards evans garcia gomez gonzalez gray green griffin hall
    harris hernandez hill hughes jackson james jenkins johnson jones khan kim king lee lewis lopez
    martin martinez miller mitchell moore morgan morris murphy nelson nguyen parker patel perez
    peterson phillips ramirez richardson rivera roberts robinson rodriguez rogers sanchez scott
    shaw simpson singh smith stewart taylor thomas thompson torres turner walker ward watson white
    williams wilson wood wright young
    """
)

#: Family names that stand first in Chinese, Korean and Vietnamese names.
EAST_ASIAN_SURNAMES = word_set(
    """
    bai cai cao chen cheng choi chung deng ding fan feng gao guo han he hong hu huang jang jeong
    jiang jung kang kim kwon lee li liang lim lin liu lu luo ma moon ngo nguyen park peng pham
    qian qin ri roh shen shin song su sun tan tang tian tran wang wei wen wu xi xia xie xu yan
    yang yao ye yoon yu yuan zeng zhang zhao zheng zhou zhu
    """
)
