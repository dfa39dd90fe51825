from __future__ import annotations

import pytest

from pggate.errors import ProtocolViolation
from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.framing import framed
from pggate.wire.trace import Sender, lines
from tests.wire.messages import BACKENDS, TAGGED

# What libpq 15.18 sent or was sent by PostgreSQL 15.18, and the line it printed for it.
RECORDED: list[tuple[Sender, bytes, str]] = [
    ("F", b"Q\x00\x00\x00\x1eset datestyle to iso, dmy\x00", 'F\t30\tQuery\t "set datestyle to iso, dmy"'),
    (
        "F",
        b"P\x00\x00\x00 \x00select $1::int, $2::text\x00\x00\x00",
        'F\t32\tParse\t "" "select $1::int, $2::text" 0',
    ),
    (
        "F",
        b"B\x00\x00\x00\x17\x00\x00\x00\x00\x00\x02\x00\x00\x00\x011\xff\xff\xff\xff\x00\x01\x00\x01",
        'F\t23\tBind\t "" "" 0 2 1 \'1\' -1 1 1',
    ),
    ("F", b"D\x00\x00\x00\x06P\x00", 'F\t6\tDescribe\t P ""'),
    ("F", b"E\x00\x00\x00\t\x00\x00\x00\x00\x00", 'F\t9\tExecute\t "" 0'),
    ("F", b"S\x00\x00\x00\x04", "F\t4\tSync"),
    (
        "F",
        b"P\x00\x00\x00Fs1\x00insert into pg_class select from pg_class where relname = $1\x00\x00\x00",
        'F\t70\tParse\t "s1" "insert into pg_class select from pg_class where relname = $1" 0',
    ),
    (
        "F",
        b"P\x00\x00\x00=s2\x00select relname from pg_class where relname = $1\x00\x00\x01\x00\x00\x00\x19",
        'F\t61\tParse\t "s2" "select relname from pg_class where relname = $1" 1 NNNN',
    ),
    ("F", b"D\x00\x00\x00\x08Ss2\x00", 'F\t8\tDescribe\t S "s2"'),
    ("F", b"c\x00\x00\x00\x04", "F\t4\tCopyDone"),
    ("F", b"f\x00\x00\x00\x0cno more\x00", 'F\t12\tCopyFail\t "no more"'),
    ("F", b"X\x00\x00\x00\x04", "F\t4\tTerminate"),
    ("B", b"C\x00\x00\x00\x08SET\x00", 'B\t8\tCommandComplete\t "SET"'),
    ("B", b"S\x00\x00\x00\x17DateStyle\x00ISO, DMY\x00", 'B\t23\tParameterStatus\t "DateStyle" "ISO, DMY"'),
    ("B", b"Z\x00\x00\x00\x05I", "B\t5\tReadyForQuery\t I"),
    (
        "B",
        b"T\x00\x00\x00Z\x00\x04a\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x17\x00\x04\xff\xff\xff\xff\x00\x00b\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x19\xff\xff\xff\xff\xff\xff\x00\x00c\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x19\xff\xff\xff\xff\xff\xff\x00\x00bytea\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x11\xff\xff\xff\xff\xff\xff\x00\x00",
        'B\t90\tRowDescription\t 4 "a" NNNN 0 NNNN 4 -1 0 "b" NNNN 0 NNNN 65535 -1 0 "c" NNNN 0 NNNN 65535 -1 0 "bytea" NNNN 0 NNNN 65535 -1 0',
    ),
    (
        "B",
        b"D\x00\x00\x00\x1f\x00\x04\x00\x00\x00\x011\xff\xff\xff\xff\x00\x00\x00\x02\xc3\xa4\x00\x00\x00\x06\\x00ff",
        "B\t31\tDataRow\t 4 1 '1' -1 2 '\\xc3\\xa4' 6 '\\x00ff'",
    ),
    (
        "B",
        b'E\x00\x00\x00]SERROR\x00VERROR\x00C42601\x00Msyntax error at or near "selec"\x00P1\x00Fscan.l\x00L1188\x00Rscanner_yyerror\x00\x00',
        'B\tNN\tErrorResponse\t S "ERROR" V "ERROR" C "42601" M "syntax error at or near "selec"" P "1" F "SSSS" L "SSSS" R "SSSS" \\x00',
    ),
    ("B", b"I\x00\x00\x00\x04", "B\t4\tEmptyQueryResponse"),
    (
        "B",
        b"N\x00\x00\x00wSNOTICE\x00VNOTICE\x00C00000\x00Mhi\x00WPL/pgSQL function inline_code_block line 1 at RAISE\x00Fpl_exec.c\x00L3891\x00Rexec_stmt_raise\x00\x00",
        'B\tNN\tNoticeResponse\t S "NOTICE" V "NOTICE" C "00000" M "hi" W "PL/pgSQL function inline_code_block line 1 at RAISE" F "SSSS" L "SSSS" R "SSSS" \\x00',
    ),
    ("B", b"1\x00\x00\x00\x04", "B\t4\tParseComplete"),
    ("B", b"2\x00\x00\x00\x04", "B\t4\tBindComplete"),
    (
        "B",
        b"T\x00\x00\x004\x00\x02int4\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x17\x00\x04\xff\xff\xff\xff\x00\x01text\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x19\xff\xff\xff\xff\xff\xff\x00\x01",
        'B\t52\tRowDescription\t 2 "int4" NNNN 0 NNNN 4 -1 1 "text" NNNN 0 NNNN 65535 -1 1',
    ),
    (
        "B",
        b"D\x00\x00\x00\x12\x00\x02\x00\x00\x00\x04\x00\x00\x00\x01\xff\xff\xff\xff",
        "B\t18\tDataRow\t 2 4 '\\x00\\x00\\x00\\x01' -1",
    ),
    ("B", b"t\x00\x00\x00\n\x00\x01\x00\x00\x00\x19", "B\t10\tParameterDescription\t 1 NNNN"),
    (
        "B",
        b"T\x00\x00\x00 \x00\x01relname\x00\x00\x00\x04\xeb\x00\x02\x00\x00\x00\x13\x00@\xff\xff\xff\xff\x00\x00",
        'B\t32\tRowDescription\t 1 "relname" NNNN 2 NNNN 64 -1 0',
    ),
    ("B", b"G\x00\x00\x00\x0b\x00\x00\x02\x00\x00\x00\x00", "B\t11\tCopyInResponse\t \\x00 2 0 0"),
    ("B", b"H\x00\x00\x00\x0b\x00\x00\x02\x00\x00\x00\x00", "B\t11\tCopyOutResponse\t \\x00 2 0 0"),
    ("B", b"c\x00\x00\x00\x04", "B\t4\tCopyDone"),
]


@pytest.mark.parametrize(("sender", "data", "line"), RECORDED)
def test_the_lines_of_libpq(sender: Sender, data: bytes, line: str) -> None:
    assert lines(sender, data) == [line]


def test_what_libpq_leaves_unread() -> None:
    # libpq 15.18, a COPY FROM of four bytes and a COPY TO.
    assert lines("F", b"d\x00\x00\x00\x081\tx\n") == [
        "F\t8\t",
        "mismatched message length: consumed 4, expected 8",
    ]
    assert lines("B", b"d\x00\x00\x00\x081\tx\n") == []
    assert lines("B", b.encode(b.AuthenticationSASL(("A",)))) == [
        "B\t11\tAuthentication\t 10",
        "mismatched message length: consumed 8, expected 11",
    ]
    assert lines("F", f.encode(f.SASLResponse(b""))) == ["F\t4\tUnknown message: 70"]


def test_a_block_of_rows_is_a_line_for_each() -> None:
    block = b.DataRows.of([(b"1", None), (b"\xff", b"")]).block + b.encode(b.CommandComplete("SELECT 2"))
    assert lines("B", block) == [
        "B\t15\tDataRow\t 2 1 '1' -1",
        "B\t15\tDataRow\t 2 1 '\\xff' 0 ''",
        'B\t13\tCommandComplete\t "SELECT 2"',
    ]


def test_every_message_has_a_line() -> None:
    for message, data in TAGGED:
        assert lines("F", data)[0].startswith("F\t"), message
    for answer, data in BACKENDS:
        if not isinstance(answer, b.CopyData):
            assert lines("B", data)[0].startswith("B\t"), answer


@pytest.mark.parametrize(
    "data", [b"Q", framed(b"Q", b"x"), framed(b"D", b"S"), b"Q\x00\x00\x00\x03", framed(b"P")]
)
def test_what_is_no_message(data: bytes) -> None:
    with pytest.raises(ProtocolViolation):
        lines("F", data)
