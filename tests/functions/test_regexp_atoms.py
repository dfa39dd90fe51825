"""
Characters and sets of regular expressions, as both engines take them.
"""

from __future__ import annotations

import duckdb
import pytest
import regex

from pggate.functions.regexp_atoms import CLASSES, SHORTHANDS, character, in_set

SETS = {**CLASSES, **SHORTHANDS}
CHARACTERS = "aZ0 _-]^\\.\t\x01é漢😀*"


@pytest.mark.parametrize("name", SETS)
def test_both_engines_know_the_same_sets(name: str) -> None:
    for one in CHARACTERS:
        (found,) = duckdb.execute("SELECT regexp_full_match(?, ?)", [one, f"[{SETS[name]}]"]).fetchone() or ()
        assert found is (regex.fullmatch(f"[{SETS[name]}]", one) is not None)


def test_characters_stand_for_themselves() -> None:
    for one in CHARACTERS:
        for written in (character(one).python, f"[{in_set(one)}]"):
            assert regex.fullmatch(written, one)
            assert duckdb.execute("SELECT regexp_full_match(?, ?)", [one, written]).fetchone() == (True,)
