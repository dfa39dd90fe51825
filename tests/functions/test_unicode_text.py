r"""
unistr and normalize, as PostgreSQL 15 answers.
"""

from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.functions.unicode_text import cut, is_normalized, normalize, unistr

UNESCAPED = (
    (r"d\0061t\+000061", "data"),
    (r"d\u0061t\U00000061", "data"),
    (r"a\\b", "a\\b"),
    (r"\d83d\de00", "😀"),
    ("plain", "plain"),
)
WRONG = ((r"\zz", "42601"), (r"\d83d", "42601"), (r"\0000", "22023"), (r"\+110000", "22023"))


@pytest.mark.parametrize(("escaped", "text"), UNESCAPED)
def test_unistr(escaped: str, text: str) -> None:
    assert unistr(escaped) == text


@pytest.mark.parametrize(("escaped", "code"), WRONG)
def test_no_characters(escaped: str, code: str) -> None:
    with pytest.raises(PgError) as caught:
        unistr(escaped)
    assert caught.value.code == code


def test_forms() -> None:
    assert normalize("a\u0308") == "ä"
    assert normalize("ä", "nfd") == "a\u0308"
    assert normalize("ﬁ", "NFKC") == "fi"
    assert is_normalized("ä")
    assert not is_normalized("ä", "NFD")
    with pytest.raises(PgError, match="invalid normalization form: nonsense"):
        normalize("a", "nonsense")


def test_a_cut_leaves_characters_whole() -> None:
    assert cut("aäb", 2) == "a"
    assert cut("aäb", 3) == "aä"
