from __future__ import annotations

from pggate.translate.definitions.written_keys import index_clauses, names_between, reference, timing
from pggate.translate.syntax import lexer


def test_what_stands_behind_keys() -> None:
    tokens = lexer.tokens("references s.t (a, b) match full on delete set null (a) deferrable")
    assert reference(tokens, 0, len(tokens)) == (len(tokens) - 1, ("s", "t"), ("a", "b"))
    assert timing(tokens, len(tokens) - 1) == 1
    tokens = lexer.tokens("nulls not distinct include (x) using index tablespace y deferrable")
    assert index_clauses(tokens, 0, len(tokens)) == len(tokens) - 1
    assert names_between(lexer.tokens('(a, "B")'), 0, 4) == ("a", "B")
