"""
Whatever comes and goes, and however it is merged on the way, a live view has the rows of its query.
"""

from __future__ import annotations

import math
import random
import secrets
from typing import TYPE_CHECKING, Any

import pytest

from pggate.errors import FeatureNotSupported
from tests.soaking import seeds
from tests.views.conftest import Duck, View
from tests.views.queries import TEMPLATES, Grammar, row

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 60
STEPS = 10


def comparable(value: object) -> object:
    """
    What rows are sorted by: roughly, as what is computed of floats may differ a little; and by a factor that leaves
    no number of few digits at the edge where it is rounded up or down.
    """
    if isinstance(value, float):
        return "nan" if math.isnan(value) else f"{value * 1.0718281828 + 0.0:.6g}"
    return str(value)


def is_alike(one: object, other: object) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_alike, one, other))
    return type(one) is type(other) and one == other


def are_alike(rows: Sequence[tuple[Any, ...]], others: Sequence[tuple[Any, ...]]) -> bool:
    pairs = zip(
        *(sorted(each, key=lambda row: [comparable(c) for c in row]) for each in (rows, others)), strict=False
    )
    return len(rows) == len(others) and all(all(map(is_alike, one, other)) for one, other in pairs)


def run(seed: int) -> tuple[int, int]:
    """How many comparisons there were, and how many queries were refused."""
    chance = random.Random(seed)
    duck = Duck()
    duck.run(f"INSERT INTO pool VALUES {', '.join(row(chance, number) for number in range(SIZE))}")
    grammar = Grammar(chance)
    wanted = [*chance.sample(TEMPLATES, 8), *(grammar.query() for _ in range(8))]
    views: list[tuple[str, View]] = []
    refused = compared = 0
    for sql in wanted:
        try:
            views.append((sql, View(duck, duck.compiled(sql))))
        except FeatureNotSupported:
            refused += 1
    for sql, view in views:
        assert duck.columns(view.read) == duck.columns(duck.text(duck.tree(sql))), f"seed {seed}: {sql}"
        assert duck.columns(view.merged) == duck.columns(f'SELECT * EXCLUDE ("~seq") FROM {view.kept}'), (
            f"seed {seed}: {sql}"
        )
    for _ in range(STEPS):
        is_deletion = change(duck, chance)
        for _, view in views:
            if not is_deletion or view.compiled.takes_back(view.types()):
                view.append(is_deletion=is_deletion)
            elif view.compiled.of_affected:
                view.regroup()
            else:
                view.build()
        for sql, view in views:
            if chance.random() < 0.3:
                view.compact()
            rows, expected = duck.rows(view.read), duck.rows(sql)
            assert are_alike(rows, expected), f"seed {seed}: {sql}\n{view.compiled}\n{rows}\n{expected}"
            if "ORDER BY ALL" in sql:
                in_order = (
                    is_alike(*cells)
                    for pair in zip(rows, expected, strict=True)
                    for cells in zip(*pair, strict=True)
                )
                assert all(in_order), f"seed {seed}: {sql}"
            compared += 1
    duck.connection.close()
    return compared, refused


def change(duck: Duck, chance: random.Random) -> bool:
    """Some rows of the pool come to a topic, or some go from it; whether they go."""
    is_deletion = chance.random() < 0.35
    topic = chance.choice(("t", "t", "u"))
    here = [number for (number,) in duck.rows(f"SELECT id FROM {topic}")]
    some = here if is_deletion else [number for number in range(SIZE) if number not in here]
    several = chance.sample(some, min(len(some), chance.choice((0, 1, 2, 7, 15, 40))))
    listed = ", ".join(map(str, [-1, *several]))
    duck.delta(f"FROM pool WHERE id IN ({listed})", topic)
    duck.run(
        f"DELETE FROM {topic} WHERE id IN ({listed})"
        if is_deletion
        else f"INSERT INTO {topic} FROM pool WHERE id IN ({listed})"
    )
    return is_deletion


def test_a_view_has_the_rows_of_its_query() -> None:
    run(0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [*seeds(30, soaking=3000), *("fresh one", "fresh two")])
def test_many_views_have_the_rows_of_their_queries(seed: int | str) -> None:
    run(seed if isinstance(seed, int) else secrets.randbits(32))
