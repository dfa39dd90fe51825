"""
Lines of JSON: what is a row, what is wrong with a line; the kernel as the reference, both as PostgreSQL's
json_populate_record.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pggate.types.copy_columns import InputColumn
from pggate.types.copy_input import CopyIn
from pggate.types.framings import JsonLines
from pggate.types.table import BOOL
from tests.types.test_copy_input import READERS, answer, columns, hostile, needs_kernel, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

LINES: Final = CopyIn(JsonLines())
KEPT: Final = CopyIn(JsonLines(frozenset({1}), (0,)))
"""b is kept as JSON, and a third column says whether a is named."""
KEPT_COLUMNS: Final = [*columns("INTEGER", "JSON"), InputColumn("has_a", BOOL, -1, "BOOLEAN")]
SYNTAX: Final = "invalid input syntax for type json"
ONE_OBJECT: Final = 'A line is one object, such as {"name": "value"}.'


@pytest.mark.parametrize("compiled", READERS)
@pytest.mark.parametrize(
    ("line", "row"),
    [
        (b'{"a": 1, "b": "x"}', (1, "x")),
        (b' { "b" : "x" , "a" : -7 }\t\r', (-7, "x")),
        (b"{}", (None, None)),
        (b'{"a": null, "b": null}', (None, None)),
        (b'{"b": ""}', (None, "")),
        (b'{"a": "12", "b": 1.50}', (12, "1.50")),  # a text is read, a number keeps its spelling
        (b'{"b": true}', (None, "true")),
        (b'{"b": {"x": [1, 2.0, null]}}', (None, '{"x": [1, 2.0, null]}')),
        (b'{"b": "\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\\u20AC\\ud83d\\ude00"}', (None, '"\\/\b\f\n\r\tä€😀')),
        ('{"b": "ä€😀"}'.encode(), (None, "ä€😀")),
        (b'{"\\u0061": 1}', (1, None)),
        (b'{"b": ' + b"[" * 300 + b"]" * 300 + b"}", (None, "[" * 300 + "]" * 300)),
    ],
)
def test_lines(line: bytes, row: tuple[Any, ...], *, compiled: bool) -> None:
    for end in (b"", b"\n", b"\n \r\n\n"):
        assert answer(LINES, line + end, compiled=compiled) == [row]
    for cut in range(0, len(line), 7):
        assert answer(LINES, line + b"\n\n" + line, compiled=compiled, cuts=[cut]) == [row, row]


@pytest.mark.parametrize("compiled", READERS)
@pytest.mark.parametrize(
    ("line", "code", "message", "detail", "hint", "place"),
    [
        (b"[1]", "22P02", SYNTAX, "Expecting '{': character 1.", ONE_OBJECT, ': "[1]"'),
        (b'{"a": 1', "22P02", SYNTAX, "Expecting ',': character 8.", ONE_OBJECT, ': "{"a": 1"'),
        (b'{"a": 1} 2', "22P02", SYNTAX, "Extra data: character 9.", ONE_OBJECT, ': "{"a": 1} 2"'),
        (b'{"a": 01}', "22P02", SYNTAX, "Expecting ',': character 8.", ONE_OBJECT, ': "{"a": 01}"'),
        (
            b'{"a": NaN}',
            "22P02",
            SYNTAX,
            "NaN is no number of JSON's: character 1.",
            ONE_OBJECT,
            ': "{"a": NaN}"',
        ),
        (b'{"b": "\\ud800"}', "22P02", SYNTAX, "A surrogate pair has two halves.", None, ""),
        (b'{"b": ["\\udc00"]}', "22P02", SYNTAX, "A surrogate pair has two halves.", None, ""),
        (
            b'{"b": {"\\u0000": 1}}',
            "22P05",
            "unsupported Unicode escape sequence",
            "\\u0000 cannot be converted to text.",
            None,
            "",
        ),
        (b'{"b": "\xff"}', "22021", 'invalid byte sequence for encoding "UTF8": 0xff', None, None, ""),
        (b'{"c": 1}', "42703", 'column "c" of relation "t" does not exist', None, None, ""),
        (b'{"a": 1, "a": 1}', "42701", 'column "a" specified more than once', None, None, ""),
        (
            b'{"a": 1.5}',
            "22P02",
            'invalid input syntax for type integer: "1.5"',
            None,
            None,
            ', column a: "1.5"',
        ),
        (b'{"b": ' + b"[" * 5000, "54001", "the JSON is nested too deeply", None, None, ""),
    ],
)
def test_what_is_wrong(
    line: bytes, code: str, message: str, detail: str | None, hint: str | None, place: str, *, compiled: bool
) -> None:
    found = answer(LINES, b'{"a": 1}\n\n' + line + b"\n", compiled=compiled)
    assert found == (code, message, detail, hint, f"COPY t, line 3{place}")


@pytest.mark.parametrize("compiled", READERS)
def test_documents_and_who_is_named(*, compiled: bool) -> None:
    data = b'{"b": "x"}\n{"a": null, "b": null}\n{"b":{"k" :1.0}}'
    found = answer(KEPT, data, KEPT_COLUMNS, compiled=compiled)
    assert found == [(None, '"x"', False), (None, None, True), (None, '{"k" :1.0}', False)]


@pytest.mark.parametrize("compiled", READERS)
def test_lists_and_structs_are_documents(*, compiled: bool) -> None:
    into = columns("INTEGER[]", "STRUCT(x DATE, y VARCHAR[])")
    data = b'{"a": [1, null, "3"], "b": {"y": ["p", null], "x": "2020-02-29"}}\n{"a": []}\n'
    assert written(CopyIn(JsonLines(frozenset({0, 1}))), data, into, compiled=compiled) == (
        b'{1,NULL,3}\t{"x":"2020-02-29","y":["p",null]}\n{}\t\\N\n'
    )


VALUES: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@needs_kernel
@given(
    st.lists(st.dictionaries(st.sampled_from("ab"), VALUES), max_size=4),
    st.booleans(),
    st.sampled_from([None, 0, 1]),
)
def test_any_objects(rows: list[dict[str, Any]], is_ascii: bool, indent: int | None) -> None:
    separators = (",", ":") if indent is None else (", ", " : ")
    data = "\n".join(json.dumps(row, ensure_ascii=is_ascii, separators=separators) for row in rows) + "\n"
    for how, into in ((LINES, columns("VARCHAR", "VARCHAR")), (KEPT, KEPT_COLUMNS)):
        sent = data.encode()
        assert answer(how, sent, into, compiled=True) == answer(how, sent, into, compiled=False)


PIECES: Final = (
    *(
        b'{"a":1}',
        b"{",
        b"}",
        b"[",
        b"]",
        b'"a"',
        b'"b"',
        b'"c"',
        b":",
        b":",
        b",",
        b" ",
        b"\t",
        b"\r",
        b"\n",
    ),
    *(b"1", b"-", b"0", b".5", b"e+1", b"null", b"true", b"nul", b'"x"', b'"', b"\\", b"\\u00e4", b"\\ud83d"),
    *(b"\\ude00", b"\\u0000", b"\\n", b"\\x", b"\0", b"\x1f", b"\xc3\xa4", b"\xff", b"x"),
)


@needs_kernel
@settings(max_examples=400)
@given(hostile(PIECES), st.integers(0, 60), st.booleans())
def test_hostile_lines(data: bytes, cut: int, begun: bool) -> None:
    data = b'{"a": 1, "b": ' * begun + data
    cuts = [min(cut, len(data))]
    for how, into in ((LINES, columns("VARCHAR", "VARCHAR")), (KEPT, KEPT_COLUMNS)):
        assert answer(how, data, into, compiled=True, cuts=cuts) == answer(how, data, into, compiled=False)


@needs_kernel
@pytest.mark.parametrize(
    ("framing", "message"),
    [
        ((("a",), b"", ()), "a byte of flags is wanted for each name"),
        ((("a",), b"\0", (1,)), "there is no such column"),
        ((("a",), b"\0", (-1,)), "can't convert negative"),
        ((("a", "b"), b"\0\0", ()), "in JSON columns are named or asked for"),
        (((1,), b"\0", ()), "bad argument type"),
    ],
)
def test_wrong_arguments_are_refused(framing: Any, message: str) -> None:
    from pggate.types import _kernel

    with pytest.raises((TypeError, ValueError, OverflowError), match=message):
        _kernel.read_copy(b"", 0, 1, 0, framing, (("i4", 0, 0),))


# ---- PostgreSQL itself ----------------------------------------------------------------------------------

TYPES: Final = {
    "boolean": "BOOLEAN", "integer": "INTEGER", "bigint": "BIGINT", "real": "FLOAT", "float8": "DOUBLE",
    "numeric(20,3)": "DECIMAL(20,3)", "text": "VARCHAR", "bytea": "BLOB", "uuid": "UUID", "date": "DATE",
    "timestamp": "TIMESTAMP", "timestamptz": "TIMESTAMP WITH TIME ZONE", "json": "JSON", "integer[]": "INTEGER[]",
    "text[]": "VARCHAR[]",
}  # fmt: skip
DOCUMENTS: Final = ("JSON", "INTEGER[]", "VARCHAR[]")
WRITTEN: Final = (
    *("null", "true", "false", "0", "-1", "1.5", "1e2", "12345678901234567.125", "[]", "[1, null]", "{}"),
    *('""', '"x"', '"1"', '" 12 "', '"t"', '"2020-02-29"', '"2020-02-29T12:00:00.5Z"', '"infinity"', '"\\\\x00ff"'),
    *('"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"', '"\\u00e4\\n"', '{"k": [1.0, "x"]}', '["a", "b"]', '"NaN"'),
)  # fmt: skip
DIFFERENT: Final = {
    ("numeric(20,3)", '"NaN"'): "a DECIMAL has no NaN",
    ("json", '"\\u00e4\\n"'): "PostgreSQL writes a text anew, we keep it as it came",
}


@pytest.fixture(scope="module")
def postgres(postgres_server: Any) -> Iterator[psycopg.Connection[Any]]:
    import psycopg

    with psycopg.connect(postgres_server.dsn(), options="-c timezone=Europe/Berlin") as connection:
        yield connection


@pytest.mark.server
@pytest.mark.parametrize("pgtype", TYPES)
def test_values_as_postgres(postgres: psycopg.Connection[Any], pgtype: str) -> None:
    duckdb = TYPES[pgtype]
    how = CopyIn(JsonLines(frozenset({0}) if duckdb in DOCUMENTS else frozenset()))
    for value in WRITTEN:
        found = written(how, f'{{"a": {value}}}\n'.encode(), columns(duckdb))
        expected = populated(postgres, pgtype, value)
        if (pgtype, value) in DIFFERENT:
            assert found != expected, value
        elif isinstance(expected, bytes):
            assert found == expected, value
        else:
            assert not isinstance(found, bytes), value


def populated(postgres: psycopg.Connection[Any], pgtype: str, value: str) -> bytes | str | None:
    """What PostgreSQL makes of it, or the SQLSTATE of its refusal."""
    import psycopg

    with postgres.cursor() as cursor:
        try:
            cursor.execute(f"create temp table t (a {pgtype}) on commit drop".encode())
            row = f'json_populate_record(null::t, $j${{"a": {value}}}$j$)'
            with cursor.copy(f"copy (select (r).a from {row} r) to stdout".encode()) as copied:
                return b"".join(map(bytes, copied))
        except psycopg.Error as error:
            return error.sqlstate
        finally:
            postgres.rollback()
