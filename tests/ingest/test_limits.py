"""
A budget of bytes: taken before they come, given back whatever happens.
"""

from __future__ import annotations

import pytest

from ingest.limits import RETRY_AFTER_MS, Budget
from pggate.errors import ProgramLimitExceeded
from pggate.lake.backlog import Overloaded


def test_a_claim_grows_and_is_given_back() -> None:
    budget = Budget(100)
    with budget.claim() as claim:
        claim.cover(60)
        claim.cover(40)  # less than it holds
        assert budget.taken == 60
        claim.cover(100)
        assert budget.taken == 100
    assert budget.taken == 0


def test_over_the_limit_is_refused_and_changes_nothing() -> None:
    budget = Budget(100)
    with budget.claim() as one, budget.claim() as other:
        one.cover(60)
        other.cover(40)
        for claim in (one, other):
            with pytest.raises(Overloaded) as refused:
                claim.cover(61)
            assert refused.value.retry_after_ms == RETRY_AFTER_MS
            assert refused.value.code == "53400"
        assert budget.taken == 100
    assert budget.taken == 0


def test_an_error_gives_back_too() -> None:
    budget = Budget(100)

    def fail() -> None:
        with budget.claim() as claim:
            claim.cover(70)
            claim.cover(101)

    with pytest.raises(Overloaded):
        fail()
    assert budget.taken == 0


@pytest.mark.parametrize("nbytes", [0, -1])
def test_nothing_is_always_covered(nbytes: int) -> None:
    budget = Budget(1)
    with budget.claim() as full, budget.claim() as claim:
        full.cover(1)
        claim.cover(nbytes)
        assert budget.taken == 1


def test_what_no_budget_holds_is_too_large_and_not_to_be_sent_again() -> None:
    budget = Budget(100)
    with budget.claim() as other, budget.claim() as claim:
        other.cover(60)
        with pytest.raises(Overloaded):
            claim.cover_decoded(100)
        with pytest.raises(ProgramLimitExceeded, match="more than 100 bytes"):
            claim.cover_decoded(101)
        claim.cover_decoded(40)
        assert budget.taken == 100
    assert budget.taken == 0
