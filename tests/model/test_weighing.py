import json
import random

from quotes.detect.frame import Frame
from quotes.detect.grammar import Tokens
from quotes.model.network.clues import CLUES
from quotes.model.network.judge import Weighed, Weights, score
from quotes.model.network.linker import SHAPE
from quotes.model.weighing import Answered, weigh, write_weights


def made_up(count, *, seed=0):
    """Articles of two frames each, right when the network judged them likely."""
    chance = random.Random(seed)
    articles = []
    for _ in range(count):
        its = []
        for k, shape in enumerate(("ccomp", SHAPE)):
            judged = chance.gauss(0, 2)
            clues = dict.fromkeys(CLUES, 0.0) | {"one": 1.0, "judged": judged, "length": 1.0}
            content, cue = Tokens(20 * k + 2, 20 * k + 9), Tokens(20 * k, 20 * k + 1)
            frame = Frame(20 * k, "say", shape, (content,), cue, None, "none")
            right = float(judged + chance.gauss(0, 1) > 0) * chance.choice((0.6, 1.0))
            its.append(Answered(Weighed(frame, list(clues.values())), right))
        articles.append(its)
    return articles


def test_what_tells_right_from_wrong_gets_the_weight():
    table = weigh(made_up(400))
    judged = CLUES.index("judged")
    for weights in (table.frames, table.read):
        assert weights[judged] > 0.5
        assert max(abs(w) for n, w in enumerate(weights) if n != judged) < weights[judged]
    assert table.slope > 0


def test_the_likelier_frame_scores_higher():
    articles = made_up(400)
    table = weigh(articles)
    ones = [a.one for its in articles for a in its if a.one.frame.shape == "ccomp"]
    ordered = sorted(ones, key=lambda one: one.clues[CLUES.index("judged")])
    assert score(ordered[0], table) < 0.1 < 0.9 < score(ordered[-1], table)


def test_weights_survive_their_file(tmp_path):
    table = weigh(made_up(100))
    write_weights(table, tmp_path / "w.json")
    assert Weights.of(json.loads((tmp_path / "w.json").read_text("utf-8"))) == table
