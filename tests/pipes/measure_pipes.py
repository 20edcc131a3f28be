"""What the components of `quotes.pipes` take beside spaCy's own: ``measure_pipes.py INPUT…``."""

import gc
import sys
import time
from collections import Counter
from itertools import islice

import spacy

from quotes.articles import read_articles
from quotes.detect.pipeline import DEFAULT_MODEL, load_pipeline, make_doc

ARTICLES, ROUNDS = 40, 3


def main(inputs):
    """Print CPU microseconds a word by component, the least of some rounds."""
    found = read_articles(inputs, on_problem=lambda problem: None)
    articles = list(islice(found, ARTICLES))
    words = sum(len(article.text.split()) for article in articles)
    both = spacy.load(DEFAULT_MODEL, exclude=["senter"]), load_pipeline()
    gc.freeze()
    least = {}
    with both[0].memory_zone(), both[1].memory_zone():
        for _ in range(ROUNDS):
            spent = Counter()
            for n, article in enumerate(articles):
                for nlp in both if n % 2 else both[::-1]:
                    doc = make_doc(nlp, article)
                    for name, component in nlp.pipeline:
                        start = time.process_time()
                        doc = component(doc)
                        spent[name] += time.process_time() - start
            for name, seconds in spent.items():
                least[name] = min(seconds, least.get(name, seconds))
    for name in [name for name, _ in both[0].pipeline]:
        ours = least.get(f"fast_{name}", least[name])
        print(f"{name:16} {ours / words * 1e6:6.1f} {least[name] / words * 1e6:6.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
