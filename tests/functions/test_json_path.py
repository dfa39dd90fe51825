"""
Paths of SQL/JSON; every answer is PostgreSQL 15's.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported, PgError
from pggate.functions import json_path
from pggate.types import jsonb

DOCUMENT = jsonb.read('{"a":[1,2,3],"b":{"c":"x"},"d":[{"e":5},{"e":6}],"n":null,"k k":true}')


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$.a[*]", ["1", "2", "3"]),
        ("$.a", ["[1, 2, 3]"]),
        ("lax $.a[0]", ["1"]),
        ("$.a[0 to 1]", ["1", "2"]),
        ("$.a[last]", ["3"]),
        ("$.a[9]", []),
        ("$.b.c", ['"x"']),
        ('$."k k"', ["true"]),
        ("$.b.*", ['"x"']),
        ("$.d.e", ["5", "6"]),
        ("$.b[0].c", ['"x"']),
        ("$.z", []),
        ("$.a[*] ? (@ > 1)", ["2", "3"]),
        ("$.d[*] ? (@.e >= 6)", ['{"e": 6}']),
        ('$.b ? (@.c == "x")', ['{"c": "x"}']),
        ("$.a == 1", ["true"]),
        ('$.b.c == "y"', ["false"]),
        ("$.n == null", ["true"]),
        ("$.n <> 1", ["true"]),
        ("$.b.c > 1", ["false"]),
    ],
)
def test_found(path: str, found: list[str]) -> None:
    assert list(map(jsonb.write, json_path.found(DOCUMENT, path))) == found


def test_matches() -> None:
    assert json_path.matches(DOCUMENT, "$.a == 1") is True
    with pytest.raises(PgError) as raised:
        json_path.matches(DOCUMENT, "$.a")
    assert raised.value.code == "22038"


@pytest.mark.parametrize(
    "path", ["strict $.a", "$.a.size()", "$.a + 1", "a", "$.a ? (@ > 1 && @ < 3)", "$.a[*"]
)
def test_what_is_not_supported(path: str) -> None:
    with pytest.raises(FeatureNotSupported):
        json_path.found(DOCUMENT, path)
