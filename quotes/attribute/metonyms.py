"""Places and buildings that stand for a body: *the Kremlin*, *Downing Street*, *Beijing*.

They are named as written; only the key that tells equal speakers is the body's.
"""

CAPITALS = {
    "ankara": "turkey",
    "athens": "greece",
    "baghdad": "iraq",
    "beijing": "china",
    "berlin": "germany",
    "brussels": "european union",
    "cairo": "egypt",
    "canberra": "australia",
    "caracas": "venezuela",
    "damascus": "syria",
    "delhi": "india",
    "havana": "cuba",
    "islamabad": "pakistan",
    "kabul": "afghanistan",
    "kiev": "ukraine",
    "kyiv": "ukraine",
    "london": "united kingdom",
    "madrid": "spain",
    "moscow": "russia",
    "new delhi": "india",
    "ottawa": "canada",
    "paris": "france",
    "pyongyang": "north korea",
    "riyadh": "saudi arabia",
    "rome": "italy",
    "seoul": "south korea",
    "tehran": "iran",
    "tokyo": "japan",
    "warsaw": "poland",
    "washington": "united states",
}
_SEATS = {
    "10 downing street": "prime minister's office of the united kingdom",
    "capitol hill": "united states congress",
    "downing street": "prime minister's office of the united kingdom",
    "elysee": "french presidency",
    "elysee palace": "french presidency",
    "foggy bottom": "united states department of state",
    "kremlin": "russian presidency",
    "no 10": "prime minister's office of the united kingdom",
    "number 10": "prime minister's office of the united kingdom",
    "pentagon": "united states department of defense",
    "scotland yard": "metropolitan police",
    "vatican": "holy see",
    "whitehall": "government of the united kingdom",
}
_SHORT = {
    "america": "united states",
    "britain": "united kingdom",
    "congress": "united states congress",
    "defense department": "united states department of defense",
    "department of defense": "united states department of defense",
    "department of justice": "united states department of justice",
    "department of state": "united states department of state",
    "doj": "united states department of justice",
    "eu": "european union",
    "great britain": "united kingdom",
    "justice department": "united states department of justice",
    "state department": "united states department of state",
    "uk": "united kingdom",
    "united states of america": "united states",
    "us": "united states",
    "us congress": "united states congress",
}
BODIES = CAPITALS | _SEATS | _SHORT


def body_key(key: str) -> str:
    """Give the key of the body that a name stands for.

    Args:
        key: A body's or place's name, folded as by `quotes.attribute.organisations.org_key`.

    Returns:
        The body's key; the name's own where it stands for itself.
    """
    return BODIES.get(key, key)
