"""Keys by which a kept registry finds the few people that a name may concern.

A registry in memory compares names within blocks (`quotes.identify.linking`); one that is kept in
a database loads no more of a block than what shares a key of the given name too, since no others
are ever compared.
"""

from quotes.identify.bodies import body_keys
from quotes.identify.forms import Form, blocks, given_keys
from quotes.identify.nodes import Node


def node_keys(node: Node) -> list[str]:
    """Under which keys somebody is kept: a person with a full name, or a body.

    Args:
        node: The person or body.
    """
    if node.found is None:
        return []
    if node.kind == "organization":
        return body_keys(node)
    return list(dict.fromkeys(keys_of(node.form))) if node.form and node.is_full else []


def keys_of(form: Form) -> list[str]:
    """Under which keys a full name is kept.

    Args:
        form: The name.
    """
    given = [*given_keys(form), *(f"{word[0]}*" for word in form.given[:1])]
    return [f"={form.key}", *(f"{block}/{key}" for block in blocks(form) for key in given)]


def keys_for(form: Form) -> list[str]:
    """Under which keys those are kept who may be one with a full name.

    Args:
        form: The name.
    """
    given = list(given_keys(form))
    for word in form.given[:1]:
        # An initial stands for all given names that begin so.
        given.append(f"{word[0]}*" if len(word) == 1 else f"{word[0]}.")
    return [f"={form.key}", *(f"{block}/{key}" for block in blocks(form) for key in given)]
