"""From annotated files to the network's weights."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline, make_doc
from quotes.errors import ModelError
from quotes.model.gold import read_gold
from quotes.model.network.inputs import Names, joined
from quotes.model.network.pieces import Pieces
from quotes.model.predict import as_read
from quotes.model.training.config import Config
from quotes.model.training.examples import (
    Annotated,
    Example,
    annotated,
    examples,
    lexicon_odds,
    names_of,
)


def train_network(
    paths: Sequence[str | Path],
    output: Path,
    *,
    config: Config,
    work: Path,
    tell: Callable[[str], None],
    model: str = DEFAULT_MODEL,
) -> None:
    """Train the network on annotated articles and write it as one file.

    Args:
        paths: Annotated articles, as `quotes.model.gold.read_gold` reads them.
        output: The ONNX file to be made.
        config: The recipe.
        work: Where the state is kept while it trains; a run that was cut off goes on from there.
        tell: Called with a line of progress now and then.
        model: The spaCy pipeline to parse with.

    Raises:
        UsageError: A file is missing or not of that form.
        ModelError: The packages of the extra ``train`` are not installed.
    """
    try:
        from quotes.model.training.export import export
        from quotes.model.training.loop import new_net, train
    except ImportError as error:
        raise ModelError(
            "training the network needs more packages: pip install 'quotes-index[train]'"
        ) from error
    names, found = training_examples(paths, config=config, model=model)
    tell(f"{len(found)} windows, {sum(len(e.right) for e in found)} frames")
    net = new_net(config, names)
    train(net, found, config, checkpoint=work / "checkpoint.pt", tell=tell)
    sample = joined([next(e.part for e in found if e.part.frames)])
    about = {
        "config": asdict(config),
        "spacy": model,
        "trained_on": {Path(p).name: sha256(Path(p).read_bytes()).hexdigest() for p in paths},
    }
    export(net, output, sample=sample, names=names, about=about)


def training_examples(
    paths: Sequence[str | Path], *, config: Config, model: str = DEFAULT_MODEL
) -> tuple[Names, list[Example]]:
    """Parse annotated articles and cut them into examples.

    Args:
        paths: Annotated articles.
        config: The recipe.
        model: The spaCy pipeline to parse with.

    Returns:
        Numbers of constructions and source classes, and the examples.
    """
    nlp, pieces = load_pipeline(model), Pieces()
    articles: list[Annotated] = []
    for path in paths:
        for gold in read_gold(path):
            article = as_read(gold)
            with nlp.memory_zone():
                doc = nlp(make_doc(nlp, article))
                articles.append(annotated(gold, doc, pieces, article.skipped))
    names = names_of(articles, least=config.lexicon.min_frames)
    odds = lexicon_odds(articles, folds=config.lexicon.folds, seed=config.training.seed)
    found = [
        e for a, scores in zip(articles, odds, strict=True) for e in examples(a, scores, names)
    ]
    return names, found
