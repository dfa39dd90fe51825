from __future__ import annotations

from pggate.views.compiled import Compiled, Topic

VIEW = Compiled(
    kind="groups",
    source=(Topic("", "public", "t"),),
    partials="",
    keys=2,
    states=3,
    merged="",
    read="",
    is_invertible=True,
    sums=frozenset({1}),
)


def test_columns_have_names() -> None:
    assert VIEW.key_names == ("k0", "k1")
    assert VIEW.state_names == ("s0", "s1", "s2")


def test_sums_of_floating_point_numbers_are_not_taken_back() -> None:
    assert VIEW.takes_back(["DOUBLE", "HUGEINT", "BIGINT"])
    assert not VIEW.takes_back(["BIGINT", "DOUBLE", "BIGINT"])
    assert not VIEW.takes_back(["BIGINT", "FLOAT", "BIGINT"])
