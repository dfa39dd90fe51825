"""
What an expression matches, and how long it may search.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions import regexp_matcher
from pggate.functions.regexp_matcher import Match, Matcher
from pggate.functions.regular_expressions import parse


def test_matches_do_not_overlap() -> None:
    found = list(Matcher(parse("a|ab|(b)c")).matches("ababc"))
    assert found == [Match(0, 2, (None,)), Match(2, 4, (None,))]


def test_empty_matches_go_on() -> None:
    assert [match.start for match in Matcher(parse("x*")).matches("axb")] == [0, 1, 2, 3]


def test_what_groups_matched() -> None:
    match = Matcher(parse("(a)(x)?(b)")).first("cab")
    assert match is not None
    assert match.captured("cab") == ["a", None, "b"]
    assert match.text(0, "cab") == "ab"
    assert match.span(4) is None


def test_a_search_starts_in_the_middle_of_a_text() -> None:
    assert Matcher(parse("^a")).first("aa", 1) is None
    assert Matcher(parse("(?<=a)a")).first("aa", 1) == Match(1, 2, ())


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regexp_matcher, "SECONDS", 0.01)
    with pytest.raises(PgError, match="regular expression is too complex"):
        Matcher(parse("^(?=a)(?:a|a|aa)+(?:c|b)$")).first("a" * 40 + "!")
