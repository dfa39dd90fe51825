from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported, InvalidParameterValue
from pggate.session.columns.column_types import declared_type
from pggate.translate.definitions.written_types import type_at
from pggate.translate.syntax import lexer
from pggate.translate.types.enum_names import EnumNames
from pggate.types.enums import EnumType

KNOWN = EnumNames.of([EnumType(50, 51, "s", "mood", ("a",))], ("s",))


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("varchar(3)", (1043, 7)),
        ("character varying (20)[]", (1015, 24)),
        ("varchar", (1043, -1)),
        ("char", (1042, 5)),
        ("national character(2)", (1042, 6)),
        ("pg_catalog.bpchar", (1042, -1)),
        ('"char"', (18, -1)),
        ("name", (19, -1)),
        ("jsonb", (3802, -1)),
        ("jsonb[]", (3807, -1)),
        ("oid", (26, -1)),
        ("numeric", (1700, -1)),
        ("numeric(10, 2)", None),
        ("numeric(38, 11)", (1700, 2490383)),
        ("decimal(38,33)[]", (1231, 2490405)),
        ("numeric(37,11)", None),
        ("numeric(38)", None),
        ("text", None),
        ("timestamp(3)", (1114, 3)),
        ("timestamp(6) with time zone", (1184, 6)),
        ("timestamptz(9)[]", (1185, 6)),
        ("time(0)", (1083, 0)),
        ("time(1)[][]", (1183, 1)),
        ("varchar(3)[2][]", (1015, 7)),
        ("timestamp with time zone", None),
        ("int[]", None),
        ("mood", (50, -1)),
        ("s.mood[]", (51, -1)),
        ("x.mood", None),
    ],
)
def test_declared_type(sql: str, expected: tuple[int, int] | None) -> None:
    tokens = lexer.tokens(sql)
    written = type_at(tokens, 0, len(tokens))
    assert written is not None
    assert declared_type(written, KNOWN) == expected


@pytest.mark.parametrize(("sql", "said"), [("varchar(0)", "at least 1"), ("char(10485761)", "cannot exceed")])
def test_lengths(sql: str, said: str) -> None:
    tokens = lexer.tokens(sql)
    written = type_at(tokens, 0, len(tokens))
    assert written is not None
    with pytest.raises(InvalidParameterValue, match=said):
        declared_type(written)


def test_arrays_of_enums_have_one_dimension() -> None:
    tokens = lexer.tokens("mood[][]")
    written = type_at(tokens, 0, len(tokens))
    assert written is not None
    with pytest.raises(FeatureNotSupported) as caught:
        declared_type(written, KNOWN)
    assert caught.value.hint == "Use mood[], or text[][]."
