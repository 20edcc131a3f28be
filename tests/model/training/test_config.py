import pytest

from quotes.errors import UsageError
from quotes.model.training.config import read_config


def test_the_packages_recipe_is_whole():
    config = read_config()
    assert config.encoder.layers > 0
    assert 0 < config.training.rate < 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("layers = ", "not TOML"),
        ("[encoder]\nlayers = 2\n", "lacks"),
        ("RECIPE\n[extra]\nx = 1\n", "nobody reads: extra"),
        ("RECIPE", None),
    ],
)
def test_a_recipe_of_ones_own_must_say_everything_and_no_more(tmp_path, text, says):
    from importlib.resources import files

    recipe = files("quotes.model.training").joinpath("network.toml").read_text("utf-8")
    path = tmp_path / "recipe.toml"
    path.write_text(text.replace("RECIPE", recipe), "utf-8")
    if says is None:
        assert read_config(path) == read_config()
    else:
        with pytest.raises(UsageError, match=says):
            read_config(path)


def test_a_missing_recipe_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"recipe\.toml"):
        read_config(tmp_path / "recipe.toml")
