"""
Every family of statements, to PostgreSQL 15 and to pggate: the same answers, a declared difference, or a known fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.differential.accepted import ACCEPTED, REFUSING
from tests.differential.declared import DECLARED, REASONS, SHARE, WITHOUT
from tests.differential.families import FAMILIES
from tests.differential.family import expressions
from tests.differential.results import known_faults
from tests.differential.running import Pair, pair, run

if TYPE_CHECKING:
    from tests.differential.running import Outcome
    from tests.fix_gateway import Gateway
    from tests.fix_postgres import PostgresServer

SHOWN = 25
"""Of the differences of a family, in the report of a test that has failed."""


@pytest.fixture(scope="module")
def both(postgres_server: PostgresServer, gateway: Gateway) -> Pair:
    return pair(postgres_server, gateway)


@pytest.mark.server
@pytest.mark.slow
@pytest.mark.parametrize("name", FAMILIES)
def test_family(name: str, both: Pair) -> None:
    family = FAMILIES[name]
    outcomes = list(run(both, family.statements, family.setup))
    faults = known_faults()
    known = REASONS.keys() | ACCEPTED.keys() | faults
    apart = [one for one in outcomes if one.differences and one.statement not in known]
    assert not apart, report(apart, len(outcomes))
    if name in WITHOUT:
        answered = [one for one in outcomes if one.statement in REASONS and one.pggate.text.error is None]
        assert not answered, report(answered, len(outcomes))
    gone = [one.statement for one in outcomes if not one.differences and one.statement in known]
    assert not gone, "declared or a known fault, and the same: python -m tests.differential --keep"


def report(apart: list[Outcome], count: int) -> str:
    shown = "\n".join(map(str, apart[:SHOWN]))
    return f"{len(apart)} of {count} differ and are not declared:\n{shown}"


def test_what_is_accepted() -> None:
    asked = {one for family in FAMILIES.values() for one in family.statements}
    assert ACCEPTED.keys() <= asked
    assert not ACCEPTED.keys() & REASONS.keys()
    assert not [one for name in REFUSING for one in FAMILIES[name].statements if one in ACCEPTED]


def test_known_faults() -> None:
    asked = {one for family in FAMILIES.values() for one in family.statements}
    assert known_faults() <= asked
    assert not known_faults() & (REASONS.keys() | ACCEPTED.keys())


def test_enough_is_asked() -> None:
    assert sum(len(family.statements) for family in FAMILIES.values()) >= 1500


def test_few_are_declared() -> None:
    asked = [one for family in FAMILIES.values() for one in family.statements]
    assert len(REASONS) == sum(map(len, DECLARED.values()))
    assert REASONS.keys() <= set(asked)
    assert sum(one in REASONS for one in asked) <= SHARE * len(asked)


def test_expressions_of_a_line() -> None:
    assert expressions("1, f(2, 3), array[4, 5]") == ["1", "f(2, 3)", "array[4, 5]"]
    assert expressions("'a, b', E'it\\'s, it', $$x, y$$") == ["'a, b'", "E'it\\'s, it'", "$$x, y$$"]
    assert expressions("x, y from t") == ["x, y from t"]
    assert expressions("a is distinct from b, c") == ["a is distinct from b", "c"]
