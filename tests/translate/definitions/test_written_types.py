from __future__ import annotations

from pggate.translate.definitions.written_types import WrittenType, type_at
from pggate.translate.syntax import lexer


def read(sql: str) -> WrittenType | None:
    tokens = lexer.tokens(sql)
    return type_at(tokens, 0, len(tokens))


def test_types() -> None:
    assert read("varchar(3)[] not null") == WrittenType(0, 12, ("varchar",), arguments=("3",), is_array=True)
    assert read('s."Mood"') == WrittenType(0, 8, ("s", "Mood"), qualified=True)
    assert read("default 5") is None
