"""
JSON as it is taken: whatever is taken, the engine reads back.
"""

from __future__ import annotations

import contextlib
import json

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import PgError
from pggate.types.json_input import read_json

HIGH = "Unicode high surrogate must be followed by a low surrogate"
LOW = "Unicode low surrogate must follow a high surrogate"


@pytest.mark.parametrize(
    "text",
    [
        *(r'"\ud83d\ude00"', r'"\uD83D\uDE00"', r'"\\ud800"', r'"\\\\ud800"', r'"\u0000"', r'"\ud7ff\ue000"'),
        *("1e1000", "[1e-1000, -0]", "1" * 5000, '{"a":1,"a":2}', " [1]\t\r\n ", "[" * 900 + "]" * 900),
    ],
)
def test_taken(text: str) -> None:
    assert read_json(text) == text
    assert duckdb.execute("select ?::varchar::json", [text]).fetchall() == [(text,)]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        (r'"\ud800"', f"{HIGH}: line 1 column 2 (char 1)"),
        (r'"\udc00"', f"{LOW}: line 1 column 2 (char 1)"),
        (r'"\uD800\u0041"', f"{HIGH}: line 1 column 2 (char 1)"),
        (r'"\ud83d\ud83d\ude00"', f"{HIGH}: line 1 column 2 (char 1)"),
        (r'"\ud83d\ude00\ude00"', f"{LOW}: line 1 column 14 (char 13)"),
        (r'"\ud83d\\ude00"', f"{HIGH}: line 1 column 2 (char 1)"),
        (r'"\\\ud83d"', f"{HIGH}: line 1 column 4 (char 3)"),
        ('[\n{"\\ud800": 1}]', f"{HIGH}: line 2 column 3 (char 4)"),
        ('{"a": {"b": ["\\uDFFF"]}}', f"{LOW}: line 1 column 15 (char 14)"),
    ],
)
def test_a_surrogate_that_is_alone(text: str, detail: str) -> None:
    with pytest.raises(PgError) as caught:
        read_json(text)
    error = caught.value
    assert (error.code, error.message) == ("22P02", "invalid input syntax for type json")
    assert error.detail == detail
    assert error.hint == "Write the character itself, or both halves of its surrogate pair."


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "NaN",
            "[Infinity]",
            "-Infinity",
            "nan",
            "+1",
            ".5",
            "1.",
            "00",
            "-",
            "[1,]",
            "[1]\f",
            "tru",
        ),
        *("\ufeff{}", "\xa0{}", "[٣]", '"a\tb"', '"\0"', r'"\x"', r'"\u00"', "{'a':1}", "/**/1", "1 2"),
    ],
)
def test_no_json(text: str) -> None:
    with pytest.raises(PgError) as caught:
        read_json(text)
    assert (caught.value.code, caught.value.message) == ("22P02", "invalid input syntax for type json")


def test_too_deep() -> None:
    with pytest.raises(PgError) as caught:
        read_json("[" * 100_000 + "]" * 100_000)
    assert caught.value.code == "54001"


ESCAPES = r"\ud800 \udc00 \uDBFF \uDFFF \ud83d\ude00 \u0000 \u0041 \\ \" \/ \n \u \x \ud8"
TOKENS = """{ } [ ] , : " ä 🐘 1 -0 1e400 1E-400 0.5 .5 01 null true NaN Infinity "a" "a": ٣"""
PIECES = [*ESCAPES.split(), *TOKENS.split(), *" \n\t\f\ufeff\xa0\x7f\u2028"]
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(exclude_categories=[])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=[])), inner, max_size=4)
    ),
    max_leaves=8,
)
TEXTS = (
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
    | st.lists(st.sampled_from(PIECES), max_size=8).map(lambda pieces: f'"{"".join(pieces)}"')
    | DOCUMENTS.map(json.dumps)
)
"""Also what no JSON is, and strings with surrogates that are alone, as Python writes them."""


@given(TEXTS)
def test_what_is_taken_the_engine_reads(text: str) -> None:
    with contextlib.suppress(PgError):
        read_json(text)
        assert duckdb.execute("select ?::varchar::json", [text]).fetchall() == [(text,)]
