"""``quotes train``: what the system learns from annotated articles, a file a part."""

from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import options
from quotes.cli.messages import say

Gold = Annotated[
    list[str],
    typer.Argument(
        metavar="GOLD...",
        help="Annotated articles: .jsonl or .jsonl.gz, one a line, as in PolNeAR.",
        show_default=False,
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="What is made, by its suffix: the lexicon of cues (.json.gz), the network (.onnx), or "
        "the weights of clues (.json), which want articles the network has not seen.",
    ),
]
Penalty = Annotated[
    float,
    typer.Option("-c", min=1e-6, help="Lexicon: inverse strength of the penalty on large weights."),
]
MinCount = Annotated[
    int, typer.Option("--min-count", min=1, help="Lexicon: leave out what fewer frames show.")
]
ConfigFile = Annotated[
    str | None,
    typer.Option("--config", metavar="TOML", help="Network: the recipe.  [default: the package's]"),
]
Work = Annotated[
    str | None,
    typer.Option(
        "--work",
        metavar="FOLDER",
        help="Network: where it is kept while it trains; a run that was cut off goes on from "
        "there.  [default: FILE.work]",
    ),
]
NetworkFile = Annotated[
    str | None,
    typer.Option(
        "--network", metavar="ONNX", help="Weights of clues: the network.  [default: the package's]"
    ),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option(
        "--speakers",
        metavar="TSV",
        help="Who the annotated sources are, once a file: what is made is the weights by which "
        "speakers are told (.json).",
        show_default=False,
    ),
]


def train(
    gold: Gold,
    output: Output,
    c: Penalty = 0.3,
    min_count: MinCount = 3,
    config: ConfigFile = None,
    work: Work = None,
    network: NetworkFile = None,
    speakers: Speakers = None,
    model: options.Model = None,
) -> None:
    """Learn from annotated articles.

    The files that come with the package were made by this command from annotated news, in this
    order: lexicon, network, weights of clues; and, with --speakers, the weights by which
    names, pronouns and descriptions find whom they mean.

    Exit status: 0 done, 2 wrong use.
    """
    from quotes.detect import DEFAULT_MODEL
    from quotes.errors import UsageError
    from quotes.table.files import check_place

    spacy_model = model or DEFAULT_MODEL
    if speakers:
        if not output.endswith(".json"):
            raise UsageError(f"can't write weights to {output}: give a name that ends in .json")
        check_place(Path(output))
        _speakers(gold, speakers, output, model=model)
    elif output.endswith(".json.gz"):
        check_place(Path(output))
        _lexicon(gold, output, c=c, min_count=min_count, model=spacy_model)
    elif output.endswith(".onnx"):
        check_place(Path(output))
        _network(gold, output, config=config, work=work or f"{output}.work", model=spacy_model)
    elif output.endswith(".json"):
        check_place(Path(output))
        _clues(gold, output, network=network, model=spacy_model)
    else:
        raise UsageError(
            f"can't write weights to {output}: give a name that ends in .json.gz (the lexicon), "
            ".onnx (the network) or .json (the weights of clues)"
        )


def _lexicon(gold: list[str], output: str, *, c: float, min_count: int, model: str) -> None:
    from quotes.model.cues import examples_of, fit, write_weights

    found = list(examples_of(gold, model=model))
    say(f"{len(found)} frames")
    table = fit(found, c=c, min_count=min_count)
    write_weights(table, output)
    say(f"{len(table)} weights in {output}")


def _network(gold: list[str], output: str, *, config: str | None, work: str, model: str) -> None:
    from quotes.model.training.config import read_config
    from quotes.model.training.run import train_network

    folder = Path(work)
    recipe = read_config(config)
    folder.mkdir(parents=True, exist_ok=True)
    train_network(gold, Path(output), config=recipe, work=folder, tell=say, model=model)
    say(f"{Path(output).stat().st_size / 1e6:.1f} MB in {output}")


def _clues(gold: list[str], output: str, *, network: str | None, model: str) -> None:
    from quotes.model.network.reading import Network
    from quotes.model.weighing import articles_of, weigh, write_weights

    articles = list(articles_of(gold, network=Network(network), model=model))
    say(f"{sum(map(len, articles))} frames of {len(articles)} articles")
    write_weights(weigh(articles), Path(output))
    say(f"weights in {output}")


def _speakers(gold: list[str], speakers: list[str], output: str, *, model: str | None) -> None:
    from quotes.model.ranker import accuracy, learn, read_training, write

    readings, labels = read_training(gold, speakers, model=model)
    weights, found = learn(readings, labels)
    for what, share in accuracy(found).items():
        number = sum(e.what == what for e in found)
        say(f"{what}: {number} questions, {100 * share:.1f}% right when cross-validated")
    write(weights, output)
    say(f"{sum(map(len, weights.values()))} weights in {output}")
