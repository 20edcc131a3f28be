"""What people are by their roles as articles word them: offices, fields, bodies and places."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from quotes.attribute.lexicon import word_set

FIELDS: dict[str, frozenset[str]] = {
    "politics": word_set(
        """
        president minister premier chancellor senator sen congressman congresswoman representative
        rep governor gov mayor mp msp mep lawmaker secretary ambassador diplomat councillor
        councilman councilwoman alderman politician candidate nominee democrat republican tory
        conservative labour whip legislator senate parliament cabinet taoiseach envoy king queen
        prince princess president-elect prime commissioner assemblyman assemblywoman delegate
        frontrunner
        """
    ),
    "emergency": word_set(
        """
        police sheriff detective constable sergeant sgt inspector superintendent trooper policeman
        policewoman fire firefighter paramedic marshal patrol cop lieutenant coastguard
        """
    ),
    "military": word_set(
        """
        general gen colonel col admiral adm commander brigadier major soldier marine army navy
        corporal private military squadron troops
        """
    ),
    "law": word_set(
        """
        attorney lawyer judge prosecutor barrister solicitor counsel justice magistrate coroner qc
        litigator defender
        """
    ),
    "sport": word_set(
        """
        coach striker midfielder goalkeeper captain player quarterback pitcher footballer boxer
        athlete golfer cyclist olympian champion winger batsman bowler swimmer sprinter jockey
        outfielder infielder linebacker racer skier skater wrestler referee
        fullback cornerback halfback wicketkeeper medallist medalist goalie tennis
        football cricketer snooker rugby nfl nba nhl
        """
    ),
    "medicine": word_set(
        """
        doctor surgeon physician nurse epidemiologist psychiatrist gp paediatrician pediatrician
        cardiologist oncologist neurologist virologist midwife pharmacist dentist consultant
        psychologist vet veterinarian
        """
    ),
    "science": word_set(
        """
        professor prof researcher scientist economist historian lecturer biologist physicist
        chemist astronomer fellow academic ecologist geologist climatologist anthropologist
        sociologist archaeologist astrophysicist seismologist meteorologist scholar forecaster
        """
    ),
    "business": word_set(
        """
        ceo cfo coo executive chairman chairwoman founder co-founder cofounder analyst banker
        investor entrepreneur strategist economist owner trader vice-president tycoon retailer
        """
    ),
    "arts": word_set(
        """
        actor actress singer musician producer novelist artist comedian rapper designer filmmaker
        drummer guitarist poet songwriter composer bassist frontman sculptor painter
        playwright screenwriter photographer dancer choreographer curator vocalist conductor
        """
    ),
    "media": word_set(
        """
        reporter journalist editor columnist anchor host correspondent presenter blogger
        broadcaster commentator publisher pundit
        """
    ),
    "faith": word_set(
        """
        pope bishop archbishop priest rev reverend pastor imam rabbi cardinal vicar monsignor nun
        chaplain cleric ayatollah
        """
    ),
    "school": word_set("teacher principal headteacher headmaster student pupil undergraduate dean"),
    # Not wives and uncles: whoever is one is something else besides.
    "private": word_set(
        """
        resident neighbour neighbor witness farmer shopper passenger pensioner homeowner tourist
        motorist commuter plumber builder waitress waiter bartender barber
        """
    ),
    "accused": word_set("suspect defendant inmate gunman convict prisoner burglar"),
}

_NEAR = frozenset(
    frozenset(pair.split("-"))
    for pair in word_set(
        """
        politics-law politics-military politics-business politics-media politics-emergency
        politics-science politics-faith politics-school politics-medicine law-business law-science
        law-emergency emergency-military medicine-science medicine-business medicine-school
        science-business science-school science-media business-media business-arts business-sport
        business-accused politics-accused arts-media arts-private sport-media sport-school
        school-private accused-private
        """
    )
)
#: Offices that one person holds for one body or place at a time.
_OFFICES = word_set(
    """
    president minister premier chancellor senator sen governor gov mayor secretary ambassador
    sheriff ceo chairman coach captain bishop archbishop principal editor superintendent
    prosecutor attorney judge mp representative rep congressman congresswoman pope king queen
    headteacher dean
    """
)
#: Of these, those that are a place's.
LOCAL = word_set("mayor sheriff superintendent bishop archbishop principal headteacher dean coach")
#: Capitalised words in roles that name no place.
_NO_PLACE = word_set(
    """
    republican democratic democrat gop conservative labour liberal tory independent house senate
    congress parliament state city federal national obama trump bush clinton
    """
)

#: A title that with a surname tells who is meant, in one period.
HIGH = word_set("president chancellor premier pope king queen emperor governor gov mayor sheriff")

_ABBREVIATED = {
    "adm": "admiral",
    "co-founder": "founder",
    "col": "colonel",
    "congressman": "representative",
    "congresswoman": "representative",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "pm": "prime",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sens": "senator",
    "sgt": "sergeant",
}
_EMPTY = word_set(
    """
    the a an of for and in at on to with his her their its who is was has had been former then
    now new old current that which by from as s mr mrs ms sir as-yet longtime onetime late
    acting deputy vice senior chief head said one also first u.s us american british
    """
)
_POSSESSOR = re.compile(
    # Who owns: a word, and titles and capitals before it: "the prime minister's", "Sen. Roe's".
    r"\b(?:[A-Z][\w.-]{0,30} |(?:prime|vice|attorney|the|state) ){0,5}[\w.-]{1,30}"
    r"(?:['’]s|(?<=s)['’]) (?=\w)"
)
_WORD = re.compile(r"[A-Za-z][\w.’'-]*\w|[A-Za-z]")


class Calling(NamedTuple):
    """A role taken apart.

    Attributes:
        words: Its words in lower case, without empty ones.
        offices: Those that name an office.
        fields: Walks of life.
        names: Capitalised words that name a body or place.
    """

    words: AbstractSet[str]
    offices: AbstractSet[str]
    fields: AbstractSet[str]
    names: AbstractSet[str]


NO_CALLING = Calling(*[frozenset()] * 4)


@lru_cache(maxsize=20_000)
def calling_of(role: str | None) -> Calling:
    """Take a role apart.

    Args:
        role: As the article words it: "a former mayor of Leeds".

    Returns:
        What it says.
    """
    if not role:
        return NO_CALLING
    words: set[str] = set()
    names: set[str] = set()
    others = {i for m in _POSSESSOR.finditer(role) for i in range(*m.span())}
    for match in _WORD.finditer(role):
        written = re.sub(r"[’']s?$", "", match[0])
        lower = written.lower().rstrip(".")
        word = _ABBREVIATED.get(lower, lower)
        if word in _EMPTY or lower in _EMPTY:
            continue
        if match.start() in others and _fields(word):
            continue  # the president's son is no president
        words.add(word)
        if written[0].isupper() and not _fields(word) and word not in _NO_PLACE:
            names.add(word)
    fields = {field for word in words for field in _fields(word)}
    return Calling(
        frozenset(words), frozenset(words & _OFFICES), frozenset(fields), frozenset(names)
    )


@lru_cache(maxsize=50_000)
def _fields(word: str) -> tuple[str, ...]:
    singular = word.removesuffix("s")
    return tuple(f for f, words in FIELDS.items() if word in words or singular in words)


def far(first: AbstractSet[str], second: AbstractSet[str]) -> bool:
    """Whether two people's walks of life have nothing to do with each other.

    Args:
        first, second: The fields of each; with none there is nothing to tell.
    """
    if not first or not second or first & second:
        return False
    return not any(frozenset((a, b)) in _NEAR for a in first for b in second)
