"""
Tokens: PostgreSQL 15, 4.1.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind

W, Q, S, N, P, O, C, B = (  # noqa: E741 one letter for each kind
    Kind.WORD,
    Kind.QUOTED,
    Kind.STRING,
    Kind.NUMBER,
    Kind.PARAMETER,
    Kind.OPERATOR,
    Kind.PUNCTUATION,
    Kind.BROKEN,
)

TOKENS = (
    # text                          tokens
    ("", []),
    ("  -- nothing\n /* at /* all */ */ ", []),
    ("select a", [(W, "select"), (W, "a")]),
    ("select-1", [(W, "select"), (O, "-"), (N, "1")]),
    ("'a''b'", [(S, "'a''b'")]),
    ("'--'/*'*/'x'", [(S, "'--'"), (S, "'x'")]),
    (r"'a\'", [(S, r"'a\'")]),
    (r"e'a\'b'", [(S, r"e'a\'b'")]),
    (r"U&'\0061' uescape '!'", [(S, r"U&'\0061'"), (W, "uescape"), (S, "'!'")]),
    ("b'1' X'f' N'c'", [(S, "b'1'"), (S, "X'f'"), (S, "N'c'")]),
    ("ab'c'", [(W, "ab"), (S, "'c'")]),
    ("$$a;'b$$", [(S, "$$a;'b$$")]),
    ("$f$ $g$ $f$", [(S, "$f$ $g$ $f$")]),
    ('"a""b" U&"c"', [(Q, '"a""b"'), (Q, 'U&"c"')]),
    ("$1+$23", [(P, "$1"), (O, "+"), (P, "$23")]),
    ("a$1", [(W, "a$1")]),
    (
        "1.5 .5 5. 1e3 1_000 0x1F 1.5e-3",
        [(N, n) for n in ["1.5", ".5", "5.", "1e3", "1_000", "0x1F", "1.5e-3"]],
    ),
    ("a[1:2]", [(W, "a"), (C, "["), (N, "1"), (C, ":"), (N, "2"), (C, "]")]),
    ("a::int", [(W, "a"), (O, "::"), (W, "int")]),
    ("a:=1, b=>2", [(W, "a"), (O, ":="), (N, "1"), (C, ","), (W, "b"), (O, "=>"), (N, "2")]),
    ("a<-1", [(W, "a"), (O, "<"), (O, "-"), (N, "1")]),
    ("a=-1", [(W, "a"), (O, "="), (O, "-"), (N, "1")]),
    ("a@-1", [(W, "a"), (O, "@-"), (N, "1")]),
    ("a->>'b'#>c", [(W, "a"), (O, "->>"), (S, "'b'"), (O, "#>"), (W, "c")]),
    ("2*--x\n3", [(N, "2"), (O, "*"), (N, "3")]),
    ("2*/**/3", [(N, "2"), (O, "*"), (N, "3")]),
    ("é_ß1", [(W, "é_ß1")]),
    ("\\", [(C, "\\")]),
    ("'open", [(B, "'open")]),
    ('a "open', [(W, "a"), (B, '"open')]),
    ("a /* open", [(W, "a"), (B, "/* open")]),
    ("$$ open ; $", [(B, "$$ open ; $")]),
)


@pytest.mark.parametrize(("sql", "expected"), TOKENS)
def test_tokens(sql: str, expected: list[tuple[Kind, str]]) -> None:
    assert [(token.kind, token.text) for token in lexer.tokens(sql)] == expected


@given(st.text(alphabet=st.sampled_from("abE'\"$1;-/*()\n\\&U .:+<é")))
def test_tokens_are_the_text_without_space_and_comments(sql: str) -> None:
    position = 0
    for token in lexer.tokens(sql):
        assert sql[token.start : token.stop] == token.text
        between = sql[position : token.start]
        assert between.strip() == "" or "--" in between or "/*" in between
        position = token.stop


def test_names_fold_unless_quoted() -> None:
    names = [token.name for token in lexer.tokens('ABC "ABC" U&"\\0041bc"')]
    assert names == ["abc", "ABC", "Abc"]


def test_head_lexes_only_so_much() -> None:
    assert [token.text for token in lexer.head("a b 'open", 2)] == ["a", "b"]


@pytest.mark.parametrize(("rows", "length"), [(1, 1), (2_000, 1), (2_000, 300)])
def test_a_text_of_any_length_is_lexed_alike(rows: int, length: int) -> None:
    text = "values " + ", ".join([f"(1, '{'a' * length}')"] * rows)
    for _ in range(2):
        found = lexer.tokens(text)
        assert len(found) == 6 * rows
        assert (found[-1].text, found[-1].stop) == (")", len(text))
