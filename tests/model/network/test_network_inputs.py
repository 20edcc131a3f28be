import pytest

from quotes.detect import make_doc
from quotes.detect.candidates import candidates, read_page
from quotes.model.network.inputs import FEATURES, LIMIT, PLACES, Names, joined, part, tell
from quotes.model.network.pieces import Pieces
from quotes.types import Article

SHORT = "“We will not go,” Ms. Okafor said.\n\nThe mayor, asked about it, denied that she knew."
TEXTS = {
    "short": SHORT,
    "long": "\n\n".join([SHORT] * 60),
    "one paragraph": " ".join([SHORT.replace("\n\n", " ")] * 60),
    "no sentence": "word " * 1500,
    "spaces": "  \n \n  Officials   said \n\n so.  ",
    "one word": "Yes",
}


@pytest.fixture(scope="module", params=TEXTS)
def article(request, nlp):
    doc = nlp(make_doc(nlp, Article(article_id="a", text=TEXTS[request.param])))
    page = read_page(doc)
    return doc, page, tell(doc, page, Pieces())


def test_windows_cover_every_token_once_and_hold_no_more_than_the_network_sees(article):
    doc, _, told = article
    covered = [i for window in told.windows for i in range(*window)]
    assert covered == list(range(len(doc)))
    for window in told.windows:
        assert sum(len(told.pieces[i]) for i in range(*window)) <= LIMIT - 2


def test_features_are_within_their_range(article):
    _, _, told = article
    assert (told.features >= 0).all()
    assert (told.features.max(axis=0) < FEATURES).all()


def test_frames_are_placed_within_their_window(article):
    doc, page, told = article
    frames = list(candidates(doc, page))
    placed = 0
    for window in told.windows:
        here = [(f, 0.5) for f in frames if window.start <= f.head < window.end]
        its = part(told, window, here, Names({}, {}))
        assert len(its.first) == window.end - window.start
        for (frame, _), row in zip(here, its.frames, strict=True):
            assert row[0] == frame.head - window.start
            assert all(-1 <= place < window.end - window.start for place in row[:PLACES])
            assert (row[5] < 0) == (row[6] < 0)
            placed += 1
    assert placed == len(frames)


def test_windows_side_by_side_keep_their_tokens_apart(article):
    doc, page, told = article
    names = Names({}, {})
    frames = [
        [(f, 0.0) for f in candidates(doc, page) if w.start <= f.head < w.end] for w in told.windows
    ]
    parts = [part(told, w, its, names) for w, its in zip(told.windows, frames, strict=True)]
    both = joined(parts)
    assert both.ids.shape == both.mask.shape == both.features.shape[:2]
    assert sum(count for _, count in both.spans) == len(both.first) == len(doc)
    flat = both.ids.reshape(-1)
    for one, (offset, count) in zip(parts, both.spans, strict=True):
        assert [flat[both.first[offset + k]] for k in range(count)] == [
            one.ids[f] for f in one.first
        ]
    for row in both.frames:
        assert all(-1 <= place < len(doc) for place in row[:PLACES])
