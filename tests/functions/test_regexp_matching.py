r"""
Functions of regular expressions, as PostgreSQL 15 answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import PgError
from pggate.functions import regexp_matching as matching

if TYPE_CHECKING:
    from collections.abc import Callable

# What the expression prefers decides (9.7.3.5)
MATCHES = (
    ("abc01234xyz", r"(.*)(\d+)(.*)", ["abc0123", "4", "xyz"]),
    ("abc01234xyz", r"(.*?)(\d+)(.*)", ["abc", "0", ""]),
    ("abc01234xyz", r"(?:(.*?)(\d+)(.*)){1,1}", ["abc", "01234", "xyz"]),
    ("foobar", "o|oo", ["oo"]),
    ("foobarbequebaz", "(bar)(x)?(beque)", ["bar", None, "beque"]),
    ("XY1234Z", "Y*([0-9]{1,3})", ["123"]),
    ("XY1234Z", "Y*?([0-9]{1,3})", ["1"]),
    ("abc", "x", None),
)
REPLACED = (
    (("foobarbaz", "b(..)", r"X\1Y", 1, 0), "fooXarYXazY"),
    (("abc", "b", r"[\&]\\"), r"a[b]\c"),
    (("abc", "", "-", 1, 0), "-a-b-c-"),
    (("A PostgreSQL function", "a|e|i|o|u", "X", 1, 3, "i"), "A PostgrXSQL function"),
    (("abcabc", "b", "x", 3), "abcaxc"),
    (("1234567", r"(\d)(?=(\d{3})+$)", r"\1,", 1, 0), "1,234,567"),
    (("a\nb", "^.", "x", 1, 0, "n"), "x\nx"),
)
FAILING: tuple[tuple[Callable[[], object], str], ...] = (
    (lambda: matching.regexp_match("a", "a", "g"), 'regexp_match() does not support the "global" option'),
    (lambda: matching.regexp_like("a", "a", "g"), 'regexp_like() does not support the "global" option'),
    (
        lambda: matching.regexp_split("a", "a", "g"),
        'regexp_split_to_array() does not support the "global" option',
    ),
    (lambda: matching.regexp_count("a", "a", 0), 'invalid value for parameter "start": 0'),
    (lambda: matching.regexp_instr("a", "a", 1, 0), 'invalid value for parameter "n": 0'),
    (lambda: matching.regexp_instr("a", "a", 1, 1, 2), 'invalid value for parameter "endoption": 2'),
    (lambda: matching.regexp_substr("a", "a", 1, 1, "", -1), 'invalid value for parameter "subexpr": -1'),
    (lambda: matching.regexp_replace("a", "a", "a", 1, -1), 'invalid value for parameter "n": -1'),
    (lambda: matching.regexp_replace_by_flags("a", "a", "a", "1"), 'invalid regular expression option: "1"'),
)


@pytest.mark.parametrize(("subject", "pattern", "groups"), MATCHES)
def test_what_matches(subject: str, pattern: str, groups: list[str | None] | None) -> None:
    assert matching.regexp_match(subject, pattern) == groups
    assert matching.regexp_like(subject, pattern) is (groups is not None)
    assert matching.substring(subject, pattern) == (groups and groups[0])


@pytest.mark.parametrize(("arguments", "replaced"), REPLACED)
def test_replacing(arguments: tuple[str, str, str], replaced: str) -> None:
    assert matching.regexp_replace(*arguments) == replaced


def test_all_matches() -> None:
    assert matching.regexp_matches("foobarbaz", "ba(.)", "g") == [["r"], ["z"]]
    assert matching.regexp_matches("foobarbaz", "ba.") == [["bar"]]
    assert matching.regexp_matches("foo", "x") == []
    assert matching.regexp_count("ABCABCAXYaxy", "A.", 1, "i") == 4


def test_splitting() -> None:
    assert matching.regexp_split("the quick", r"\s*") == list("thequick")
    assert matching.regexp_split("aXbxc", "x", "i") == ["a", "b", "c"]
    assert matching.regexp_split("", ",") == [""]
    assert matching.regexp_split(",a,", ",") == ["", "a", ""]


def test_places() -> None:
    assert matching.regexp_instr("ABCDEFGHI", "(c..)(...)", 1, 1, 0, "i", 2) == 6
    assert matching.regexp_instr("abc", "b", 1, 1, 1) == 3
    assert matching.regexp_instr("abc", "x") == 0
    assert matching.regexp_substr("a,b,c", "[^,]+", 1, 2) == "b"
    assert matching.regexp_substr("ABCDEFGHI", "(c..)(...)", 1, 1, "i", 2) == "FGH"
    assert matching.regexp_substr("abc", "(b)", 1, 1, "", 2) is None


def test_similar_substrings() -> None:
    assert matching.similar_substring("Thomas", '%#"o_a#"_', "#") == "oma"
    assert matching.similar_substring("Thomas", "T%", "#") == "Thomas"
    assert matching.similar_substring("Thomas", "x%", "#") is None


@pytest.mark.parametrize(("call", "message"), FAILING)
def test_failures(call: Callable[[], object], message: str) -> None:
    with pytest.raises(PgError) as caught:
        call()
    assert (caught.value.code, caught.value.message) == ("22023", message)
