"""Where a table comes from: the tool's version and the model's."""

from importlib.metadata import version

from quotes import __version__
from quotes.errors import ModelError


def provenance(model: str, *, fast: bool = False) -> dict[str, str]:
    """What to put in a table's metadata; the same tool, model and setting give the same.

    Args:
        model: A spaCy pipeline, by package name or path.
        fast: With the setting ``--fast``.

    Returns:
        Keys ``quotes_version``, ``model``, ``model_name``, ``model_version``, ``spacy_version``,
        ``setting`` (``default`` or ``fast``); all values are strings, as Parquet's metadata has it.

    Raises:
        ModelError: There is no such pipeline.
    """
    from spacy.util import get_model_meta, get_package_path, is_package

    try:
        meta = get_model_meta(get_package_path(model) if is_package(model) else model)
    except (OSError, ValueError) as error:
        raise ModelError(
            f"no such spaCy pipeline {model!r}: install it (pip install NAME) or give its folder"
        ) from error
    return {
        "quotes_version": __version__,
        "model": model,
        "model_name": f"{meta['lang']}_{meta['name']}",
        "model_version": str(meta["version"]),
        "spacy_version": version("spacy"),
        "setting": "fast" if fast else "default",
    }
