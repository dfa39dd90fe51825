"""
Names of topics.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.session.live.topic_names import topic_name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("t", ("db", "public", "t")),
        ("T", ("db", "public", "t")),
        ("s.t", ("db", "s", "t")),
        ("other.s.t", ("other", "s", "t")),
        ('"S p"."T.t"', ("db", "S p", "T.t")),
        (' s . "t" ', ("db", "s", "t")),
    ],
)
def test_topic_name(text: str, place: tuple[str, str, str]) -> None:
    assert topic_name(text, "db") == place


@pytest.mark.parametrize("text", ["", " ", ".", "t.", ".t", "a.b.c.d", "a b", "a;b", "1", "a.'b'", '"'])
def test_what_names_no_topic(text: str) -> None:
    with pytest.raises(PgError) as caught:
        topic_name(text, "db")
    assert caught.value.code.startswith("42")
