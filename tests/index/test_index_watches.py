import pytest
from index_fakes import entry, fill, quotes_of, row

from quotes.errors import UsageError
from quotes.index import Search


def test_what_is_new(index):
    fill(index, entry("a", row("Red one"), row("Blue one")))
    search = Search(words="red", speaker=("ann lee",))
    index.save_watch("red", search)
    assert list(index.watch("red")) == []
    fill(index, entry("b", row("Red two"), row("Blue two")), entry("c", row("Red three", "Bob")))
    assert quotes_of(index.watch("red", mark=False)) == ["Red two"]
    assert quotes_of(index.watch("red")) == ["Red two"]
    assert list(index.watch("red")) == []
    fill(index, entry("b", row("Red two, corrected")))
    assert quotes_of(index.watch("red")) == ["Red two, corrected"]
    [watch] = index.watches()
    assert (watch.name, watch.search) == ("red", search)
    assert watch.checked is not None


def test_what_came_last_and_went_is_not_skipped(index):
    """Numbers of what was taken out are never given again."""
    fill(index, entry("a", row("Red one")), entry("b", row("Red two")))
    index.save_watch("red", Search(words="red"))
    index.withdraw(["b"])
    fill(index, entry("c", row("Red three")))
    assert quotes_of(index.watch("red")) == ["Red three"]


def test_what_was_not_taken_stays_new(index):
    fill(index, entry("a", row("Red one")))
    index.save_watch("red", Search(words="red"))
    fill(index, entry("b", row("Red two")))
    next(iter(index.watch("red")))
    assert quotes_of(index.watch("red")) == ["Red two"]


def test_replaced_and_dropped(index):
    fill(index, entry("a", row("Red one")))
    index.save_watch("x", Search(words="red"))
    index.save_watch("x", Search(words="one"))
    assert [w.search.words for w in index.watches()] == ["one"]
    index.drop_watch("x")
    assert index.watches() == []
    with pytest.raises(UsageError, match="no saved search 'x': save one with --save NAME"):
        index.drop_watch("x")
    index.save_watch("y", Search())
    with pytest.raises(UsageError, match="no saved search 'x': there are y"):
        index.watch("x")
    with pytest.raises(UsageError, match="give the saved search a name"):
        index.save_watch(" ", Search())
    with pytest.raises(UsageError, match="no speaker called"):
        index.save_watch("z", Search(speaker=("nobody",)))


@pytest.mark.parametrize(
    ("name", "search", "message"),
    [
        # Saved, it could not be read again, and neither could the list of all saved searches.
        ("x", Search(words="x" * 501), "q is too long: at most 500 characters"),
        ("x", Search(size=5000), "size can't be '5000'"),
        # What a terminal makes of bytes that are no UTF-8.
        ("x", Search(words="red \udcff"), "is no text in UTF-8"),
        ("\udcff", Search(words="red"), "is no text in UTF-8"),
    ],
)
def test_what_could_not_be_read_again_is_not_saved(index, name, search, message):
    with pytest.raises(UsageError, match=message):
        index.save_watch(name, search)
    assert index.watches() == []
