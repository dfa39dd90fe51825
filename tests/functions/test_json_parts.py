"""
Parts of documents.
"""

from __future__ import annotations

import pytest

from pggate.errors import InvalidParameterValue
from pggate.functions import json_parts


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("{a,b}", '$."a"."b"'),
        (["a.b", 'say "\\"'], r'$."a.b"."say \"\\\""'),
        ("{a,0}", None),
        ("{ -1}", None),
        ("{}", None),
        (["a", None], None),
        (["a", ""], None),
    ],
)
def test_paths_of_duckdb(path: object, written: str | None) -> None:
    assert json_parts.duckdb_path(path) == written


def test_parts() -> None:
    assert json_parts.at_path('{"a": [1,  {"b":2}]}', "{a,1}") == '{"b":2}'
    assert json_parts.path_text('{"a": "x"}', ["a"]) == "x"
    assert json_parts.child_text("[1, null]", 1) is None
    assert json_parts.member_texts('{"a": "x"}') == [["a", "x"]]


def test_what_has_no_parts() -> None:
    with pytest.raises(InvalidParameterValue, match="cannot get array length of a scalar"):
        json_parts.array_length("1")
