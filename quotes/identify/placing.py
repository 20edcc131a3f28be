"""Where a mention belongs: to whom of those known, or to somebody new."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from quotes.identify.matching import placed
from quotes.identify.mentions import Mention
from quotes.identify.nodes import node_of
from quotes.identify.resolution import Place
from quotes.identify.speakers import cut_id, names_a_body, namesake_id
from quotes.identify.state import State


def count(known: State, people: Iterable[Mention]) -> None:
    """Count in how many of the new articles each name stands.

    Args:
        known: The registry's state.
        people: The people in the articles.
    """
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in people:
        if mention.article_id not in known.seen:
            articles[mention.article_id] |= mention.company | mention.setting
    for names in articles.values():
        known.common.counts.update(names)
    known.common.articles += len(articles)


def place_person(known: State, mention: Mention, cuts: set[str], touched: set[str]) -> str:
    """Tell who a person in an article is.

    Args:
        known: The registry's state, which takes in what the article says.
        mention: The person in the article.
        cuts: Speakers in one article whom people decided about, ``ID@ARTICLE``.
        touched: Takes up of whom something new is known.

    Returns:
        The identifier, before links join several.
    """
    place = (mention.article_id, mention.found)
    person = known.placed.get(place)
    if person is None and mention.article_id in known.seen and mention.found in known.nodes:
        person = mention.found
    for base in dict.fromkeys((mention.found, person)):
        if f"{base}@{mention.article_id}" in cuts:
            return cut_out(known, mention, f"{base}@{mention.article_id}")
    if person is None:
        person = _settle(known, mention)
        touched.add(person)
        if person != mention.found:
            known.placed[place] = person
    if f"{person}@{mention.article_id}" in cuts:
        return cut_out(known, mention, f"{person}@{mention.article_id}")
    return person


def place_other(
    known: State, mention: Mention, parts: Collection[str], cuts: set[str], touched: set[str]
) -> str | None:
    """Tell who a speaker is who is no person by name.

    Args:
        known: The registry's state, which takes in what the article says of a body.
        mention: The speaker in the article.
        parts: Whom people decided about.
        cuts: Those of them in one article, ``ID@ARTICLE``.
        touched: Takes up of whom something new is known.

    Returns:
        The identifier, for those that may have another than the one found.
    """
    if f"{mention.found}@{mention.article_id}" in cuts:
        return cut_out(known, mention, f"{mention.found}@{mention.article_id}")
    if mention.kind == "organization" and names_a_body(mention.name):
        _take_body(known, mention, touched)
        return mention.found
    if mention.found in parts or mention.found in known.others:
        known.others.setdefault(mention.found, known.run)
        return mention.found
    return None


def _take_body(known: State, mention: Mention, touched: set[str]) -> None:
    node = known.nodes.get(mention.found)
    if node is not None and mention.article_id in known.seen:
        return
    if node is None:
        node = node_of(mention, node_id=mention.found, found=mention.found, run=known.run)
        known.nodes[node.id] = node
        known.enter(node)
    else:
        called = set(node.also)
        node.add(mention)
        if not called.issuperset(mention.also):
            known.enter(node)
    touched.add(node.id)


def _settle(known: State, mention: Mention) -> str:
    """Take a mention into the person it is of, who may be new."""
    before = known.nodes.get(mention.found)
    form = before.form if before is not None and before.name == mention.name else None
    node = node_of(mention, node_id=mention.found, found=mention.found, run=known.run, form=form)
    if node.is_full and node.form is not None:
        namesakes = [known.nodes[one] for one in known.namesakes[node.form.key]]
        person = placed(node, namesakes, known.common)
        if person is not None:
            person.add(mention)
            return person.id
        if mention.found in known.nodes:
            node.id = namesake_id(mention.found, mention.article_id)
    elif node.id in known.nodes:
        return node.id
    known.nodes[node.id] = node
    known.enter(node)
    return node.id


def cut_out(known: State, mention: Mention, cut: str) -> str:
    """Make a speaker of their own of one that people told apart within an article.

    Args:
        known: The registry's state.
        mention: The speaker in the article.
        cut: ``ID@ARTICLE``.

    Returns:
        The new identifier.
    """
    node_id = cut_id(cut)
    if node_id not in known.nodes:
        known.nodes[node_id] = node_of(mention, node_id=node_id, found=None, run=known.run)
    return node_id


def cut_late(
    known: State, mentions: Iterable[Mention], where: dict[Place, str], cuts: set[str]
) -> bool:
    """Apply cuts that name a person by the identifier that links have led to.

    Args:
        known: The registry's state.
        mentions: People who may be concerned.
        where: Who speaks where; changed for those cut out.
        cuts: ``ID@ARTICLE`` each.

    Returns:
        Whether there were any.
    """
    done = False
    for mention in mentions:
        place = (mention.article_id, mention.found)
        cut = f"{known.heads.get(where[place], where[place])}@{mention.article_id}"
        if cut in cuts and where[place] != cut_id(cut):
            where[place] = cut_out(known, mention, cut)
            done = True
    return done
