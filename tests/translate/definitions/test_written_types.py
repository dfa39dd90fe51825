from __future__ import annotations

from pggate.translate.definitions.written_types import WrittenType, type_at
from pggate.translate.syntax import lexer


def read(sql: str) -> WrittenType | None:
    tokens = lexer.tokens(sql)
    return type_at(tokens, 0, len(tokens))


def test_types() -> None:
    assert read("varchar(3)[] not null") == WrittenType(0, 12, ("varchar",), arguments=("3",), dimensions=1)
    assert read("int array[3]") == WrittenType(0, 12, ("int",), dimensions=1)
    assert read("int array") == WrittenType(0, 9, ("int",), dimensions=1)
    assert read("time(1)[][2]") == WrittenType(0, 12, ("time",), arguments=("1",), dimensions=2)
    assert read('s."Mood"') == WrittenType(0, 8, ("s", "Mood"), qualified=True)
    assert read("default 5") is None
