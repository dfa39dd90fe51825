"""
Functions of jsonb on its texts.
"""

from __future__ import annotations

from pggate.functions import jsonb_texts


def test_changes() -> None:
    assert jsonb_texts.with_value('{"a": 1}', "{a}", "2") == '{"a": 2}'
    assert jsonb_texts.with_value_lax('{"a": 1}', "{a}", None) == '{"a": null}'
    assert jsonb_texts.with_inserted("[1]", "{0}", "0") == "[0, 1]"
    assert jsonb_texts.without('{"a": 1, "b": 2}', "a") == '{"b": 2}'
    assert jsonb_texts.without_path('{"a": {"b": 1}}', "{a,b}") == '{"a": {}}'
    assert jsonb_texts.concatenated("[1]", "2") == "[1, 2]"
    assert jsonb_texts.stripped('{"a": null}') == "{}"


def test_questions() -> None:
    assert jsonb_texts.exists('["a"]', "a")
    assert jsonb_texts.exists_any('{"a": 1}', ["x", "a"])
    assert not jsonb_texts.exists_all('{"a": 1}', "{x,a}")
    assert jsonb_texts.found("[1, 2]", "$[*]") == ["1", "2"]
    assert jsonb_texts.matches("[1, 2]", "$[0] == 1") is True
    assert jsonb_texts.pretty("[]") == "[\n]"
    assert jsonb_texts.normal_each(["[1,2]", None]) == ["[1, 2]", None]
