"""
The oldest snapshot that anybody needs.
"""

from __future__ import annotations

from pggate.lake.kept_snapshots import KeptSnapshots


def test_the_oldest_that_any_follower_needs() -> None:
    kept = KeptSnapshots()
    assert kept.oldest() is None
    applied = {"a": 7, "b": 5}
    for name in applied:
        kept.add(lambda name=name: applied.get(name))
    assert kept.oldest() == 5
    applied["b"] = 9
    assert kept.oldest() == 7
    del applied["a"]
    assert kept.oldest() == 9


def test_who_needs_nothing_any_more_is_not_asked() -> None:
    kept = KeptSnapshots()

    def three() -> int:
        return 3

    kept.add(three)
    kept.remove(three)
    assert kept.oldest() is None
