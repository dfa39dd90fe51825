"""
Where an answer is not PostgreSQL's.
"""

from __future__ import annotations

import pytest

from pggate.doctor.answers import Answer
from pggate.doctor.examination import difference
from pggate.doctor.scripts import Step

STEP = Step("browses", "select a from t")
A = (("a", 23),)
ONE = Answer(A, (("1",),))


@pytest.mark.parametrize(
    ("step", "ours", "theirs", "expected"),
    [
        (STEP, ONE, ONE, ""),
        (STEP, Answer(error="42P01"), Answer(error="42P01"), ""),
        (STEP, Answer(error="42P01"), ONE, "42P01 instead of an answer"),
        (STEP, ONE, Answer(error="42P01"), "an answer instead of 42P01"),
        (STEP, Answer((("a", 25),), ()), ONE, "columns: ('a', 25) is ('a', 23)"),
        (STEP, Answer((*A, *A), ()), ONE, "columns: 2 of 1"),
        (STEP, Answer(A, ()), ONE, "rows: ('1',) is missing, nothing instead"),
        (STEP, Answer(A, (("2",),)), ONE, "rows: ('1',) is missing, ('2',) instead"),
        (STEP, Answer(A, (("1",), ("2",))), ONE, "rows: ('2',) is too many"),
        (STEP, Answer(A, (("1",), ("2",))), Answer(A, (("2",), ("1",))), "rows: in another order"),
        (Step("", "", rows=False), Answer(A, ()), ONE, ""),
    ],
)
def test_difference(step: Step, ours: Answer, theirs: Answer, expected: str) -> None:
    assert difference(step, ours, theirs) == expected
