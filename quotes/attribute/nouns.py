"""Nouns for people: what else one so described may be called, and which bring up others."""

from quotes.attribute.lexicon import word_set

#: Said of people the article brings up without a name, not of those it has named.
NEW_PEOPLE = word_set(
    """
    boy customer employee father girl judge man mother narrator neighbor neighbour person
    reader resident soldier staffer student user victim viewer voter woman worker
    """
)
#: What else one so described may be called.
CALLED = {
    "adviser": word_set("advisor strategist consultant counsel counselor aide"),
    "advisor": word_set("adviser strategist consultant counsel counselor aide"),
    "aide": word_set("adviser advisor assistant director manager spokesman spokeswoman strategist"),
    "analyst": word_set("economist strategist researcher director"),
    "attorney": word_set("lawyer counsel solicitor"),
    "author": word_set("writer novelist journalist professor"),
    "boss": word_set("ceo chief chairman executive manager head owner"),
    "businessman": word_set("ceo founder owner chairman tycoon billionaire"),
    "candidate": word_set("nominee hopeful frontrunner"),
    "chief": word_set("director secretary head commissioner chairman ceo executive general"),
    "diplomat": word_set("ambassador envoy minister secretary consul"),
    "doctor": word_set("surgeon physician"),
    "executive": word_set("ceo chief chairman director founder president"),
    "expert": word_set("professor director analyst fellow researcher scholar scientist"),
    "head": word_set("chief director president chairman leader commissioner ceo"),
    "host": word_set("anchor presenter moderator"),
    "judge": word_set("justice magistrate"),
    "lawmaker": word_set(
        "senator congressman congresswoman representative assemblyman legislator mp delegate"
    ),
    "lawyer": word_set("attorney counsel solicitor barrister"),
    "leader": word_set(
        "president minister chancellor chairman chairwoman chief director head senator speaker"
    ),
    "legislator": word_set("senator congressman congresswoman representative mp delegate"),
    "nominee": word_set("candidate"),
    "official": word_set(
        "minister secretary commissioner director administrator chief head deputy ambassador"
    ),
    "operative": word_set("strategist consultant aide adviser"),
    "physician": word_set("doctor surgeon"),
    "politician": word_set("senator congressman congresswoman governor mayor minister mp"),
    "professor": word_set("scholar scientist economist historian expert"),
    "reporter": word_set("correspondent journalist writer"),
    "researcher": word_set("professor scientist fellow author"),
    "scientist": word_set("professor researcher doctor"),
    "spokesman": word_set("secretary"),
    "spokeswoman": word_set("secretary"),
    "strategist": word_set("consultant adviser advisor pollster"),
    "veteran": word_set("soldier marine colonel general sergeant"),
    "writer": word_set("author columnist journalist novelist"),
}
