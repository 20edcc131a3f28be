import pytest

from quotes.detect import load_pipeline


@pytest.fixture(scope="session")
def nlp():
    return load_pipeline()
