"""The setting ``--fast``."""

import pytest

import quotes
from quotes.detect import load_pipeline
from quotes.engines.work import load_extract, load_fast, loader
from quotes.pipeline import default_model
from quotes.table.provenance import provenance


def test_it_leaves_out_the_recognizer():
    assert "fast_ner" in load_pipeline().pipe_names
    assert not [name for name in load_pipeline(fast=True).component_names if "ner" in name]


@pytest.mark.parametrize(("fast", "load"), [(False, load_extract), (True, load_fast)])
def test_its_loader_can_be_sent_to_other_processes(fast, load):
    assert loader(fast=fast) is load


def test_it_finds_who_said_what():
    table = quotes.extract(["“We lost the game,” said Ann Lee, the captain."], fast=True)
    assert table["quote"].to_list() == ["“We lost the game,”"]
    assert table["speaker"].to_list() == ["Ann Lee"]


def test_a_table_tells_with_which_setting_it_was_made():
    made = [provenance(default_model(), fast=fast) for fast in (False, True)]
    assert [one["setting"] for one in made] == ["default", "fast"]
