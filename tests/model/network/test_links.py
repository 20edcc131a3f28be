import numpy as np

from quotes.model.network.links import BUCKETS, bucket, distances, linked, mean


def test_near_distances_are_told_apart_and_far_ones_grow_coarse():
    numbers = [bucket(d) for d in range(-400, 401)]
    assert numbers == sorted(numbers)
    assert min(numbers) >= 0 and max(numbers) < BUCKETS
    assert len({bucket(d) for d in range(-8, 9)}) == 17
    assert bucket(100) == bucket(101)


def test_before_and_after_mirror_each_other():
    middle = bucket(0)
    assert all(bucket(d) - middle == middle - bucket(-d) for d in range(1, 500))


def test_distances_are_counted_from_the_cue():
    assert distances(2, 4).tolist() == [bucket(-2), bucket(-1), bucket(0), bucket(1)]


def test_links_are_the_products_of_query_and_key():
    chance = np.random.default_rng(0)
    query, key = chance.normal(size=(3, 8)), chance.normal(size=(3, 8))
    lean, distance = chance.normal(size=(3, 2)), chance.normal(size=(BUCKETS, 2))
    found = linked(query, key, lean, distance, 1)
    for token in range(3):
        for column in range(2):
            own = slice(4 * column, 4 * column + 4)
            odds = query[1, own] @ key[token, own] / 2 + lean[token, column]
            odds += distance[bucket(token - 1), column]
            assert np.isclose(found[token, column], 1 / (1 + np.exp(-odds)))


def test_the_mean_is_numpys_to_the_last_bit():
    chance = np.random.default_rng(0)
    for count in (1, 2, 7, 8, 130, 300):
        values = chance.random((count, 2), dtype=np.float32)
        assert mean(values[:, 1]) == float(values[:, 1].mean())
