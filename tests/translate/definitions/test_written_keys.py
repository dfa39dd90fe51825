from __future__ import annotations

import pytest

from pggate.translate.definitions.key_terms import USUAL, KeyTerms, timing
from pggate.translate.definitions.table_definitions import read
from pggate.translate.definitions.written_keys import WrittenKey, index_clauses, reference
from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import names_between


def test_what_stands_behind_keys() -> None:
    tokens = lexer.tokens("references s.t (a, b) match full on delete set null (a) deferrable")
    at, key = reference(tokens, 0, len(tokens), WrittenKey("f", ("b", "a")))
    assert (at, key.references, key.referenced) == (len(tokens) - 1, ("s", "t"), ("a", "b"))
    assert (key.terms, key.set_columns) == (KeyTerms(match="f", on_delete="n"), ("a",))
    assert timing(tokens, at, len(tokens), USUAL) == (len(tokens), KeyTerms(deferrable=True))
    tokens = lexer.tokens("nulls not distinct include (x) using index tablespace y deferrable")
    assert index_clauses(tokens, 0, len(tokens)) == len(tokens) - 1
    assert names_between(lexer.tokens('(a, "B")'), 0, 4) == ("a", "B")


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("references o", USUAL),
        ("references o (id) match simple on delete no action on update no action", USUAL),
        (
            "references o on delete cascade on update restrict",
            KeyTerms(on_update="r", on_delete="c"),
        ),
        (
            "references o on update set null on delete set default (a)",
            KeyTerms(on_update="n", on_delete="d"),
        ),
        ("references o deferrable", KeyTerms(deferrable=True)),
        ("references o not deferrable initially immediate", USUAL),
        ("unique initially deferred", KeyTerms(deferrable=True, deferred=True)),
        ("primary key deferrable initially deferred", KeyTerms(deferrable=True, deferred=True)),
        ("unique with (fillfactor = 70) initially immediate deferrable", KeyTerms(deferrable=True)),
    ],
)
def test_a_key_of_a_column_and_of_the_table_say_the_same(written: str, terms: KeyTerms) -> None:
    (key,) = read(f"create table t (a int {written} not null, b int)").all_keys
    assert key.terms == terms
    (key,) = read(f"alter table t add column a int {written}").all_keys
    assert key.terms == terms
    word, _, rest = written.partition(" ")
    if word == "references":
        of_table = f"foreign key (a) {written}"
    else:
        kind, rest = ("primary key", rest.removeprefix("key")) if word == "primary" else (word, rest)
        of_table = f"{kind} (a) {rest}"
    for sql in (f"create table t (a int, {of_table}, b int)", f"alter table t add constraint k {of_table};"):
        (key,) = read(sql).all_keys
        assert key.terms == terms
