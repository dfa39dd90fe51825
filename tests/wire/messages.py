"""
Every message beside its bytes, written out by hand from PostgreSQL 15, 55.7; shared by the tests of this package.
"""

from __future__ import annotations

from pggate.errors import Notice, UndefinedTable
from pggate.wire import backend as b
from pggate.wire import frontend as f

STARTUPS: list[tuple[f.Startup, bytes]] = [
    (
        f.StartupMessage((3, 0), {"user": "pg", "database": "lake"}),
        b"\x00\x00\x00\x1f\x00\x03\x00\x00user\x00pg\x00database\x00lake\x00\x00",
    ),
    (f.StartupMessage((3, 2), {"_pq_.x": ""}), b"\x00\x00\x00\x11\x00\x03\x00\x02_pq_.x\x00\x00\x00"),
    (f.StartupMessage((3, 0), {}), b"\x00\x00\x00\x09\x00\x03\x00\x00\x00"),
    (f.SSLRequest(), b"\x00\x00\x00\x08\x04\xd2\x16\x2f"),
    (f.GSSENCRequest(), b"\x00\x00\x00\x08\x04\xd2\x16\x30"),
    (
        f.CancelRequest(258, b"\x01\x02\x03\x04"),
        b"\x00\x00\x00\x10\x04\xd2\x16\x2e\x00\x00\x01\x02\x01\x02\x03\x04",
    ),
    (f.CancelRequest(-1, b"x" * 256), b"\x00\x00\x01\x0c\x04\xd2\x16\x2e\xff\xff\xff\xff" + b"x" * 256),
]

TAGGED: list[tuple[f.Tagged, bytes]] = [
    (f.PasswordMessage("höhö"), b"p\x00\x00\x00\x0bh\xc3\xb6h\xc3\xb6\x00"),
    (f.SASLInitialResponse("SCRAM", b"n,,"), b"p\x00\x00\x00\x11SCRAM\x00\x00\x00\x00\x03n,,"),
    (f.SASLInitialResponse("SCRAM", None), b"p\x00\x00\x00\x0eSCRAM\x00\xff\xff\xff\xff"),
    (f.SASLResponse(b"c=biws"), b"p\x00\x00\x00\x0ac=biws"),
    (f.Query(""), b"Q\x00\x00\x00\x05\x00"),
    (f.Query("select 'ä'"), b"Q\x00\x00\x00\x10select '\xc3\xa4'\x00"),
    (f.Parse("", "select 1"), b"P\x00\x00\x00\x10\x00select 1\x00\x00\x00"),
    (
        f.Parse("s", "select $1", (23, 0, 4294967295)),
        b"P\x00\x00\x00\x1es\x00select $1\x00\x00\x03\x00\x00\x00\x17\x00\x00\x00\x00\xff\xff\xff\xff",
    ),
    (f.Bind("", ""), b"B\x00\x00\x00\x0c\x00\x00\x00\x00\x00\x00\x00\x00"),
    (
        f.Bind("p", "s", (0, 1), (b"", None), (1,)),
        b"B\x00\x00\x00\x1cp\x00s\x00\x00\x02\x00\x00\x00\x01\x00\x02\x00\x00\x00\x00\xff\xff\xff\xff\x00\x01\x00\x01",
    ),
    (
        f.Bind("", "", (1,), (b"\x00\xff", b"\x01"), ()),
        b"B\x00\x00\x00\x19\x00\x00\x00\x01\x00\x01\x00\x02\x00\x00\x00\x02\x00\xff\x00\x00\x00\x01\x01\x00\x00",
    ),
    (f.Describe("S", "s"), b"D\x00\x00\x00\x07Ss\x00"),
    (f.Describe("P", ""), b"D\x00\x00\x00\x06P\x00"),
    (f.Execute("", 0), b"E\x00\x00\x00\x09\x00\x00\x00\x00\x00"),
    (f.Execute("p", 2147483647), b"E\x00\x00\x00\x0ap\x00\x7f\xff\xff\xff"),
    (f.Close("P", "p"), b"C\x00\x00\x00\x07Pp\x00"),
    (f.Flush(), b"H\x00\x00\x00\x04"),
    (f.Sync(), b"S\x00\x00\x00\x04"),
    (f.CopyData(b""), b"d\x00\x00\x00\x04"),
    (f.CopyData(b"1\t\xff\n"), b"d\x00\x00\x00\x081\t\xff\n"),
    (f.CopyDone(), b"c\x00\x00\x00\x04"),
    (f.CopyFail("no"), b"f\x00\x00\x00\x07no\x00"),
    (f.FunctionCall(bytes(10)), b"F\x00\x00\x00\x0e" + bytes(10)),
    (f.Terminate(), b"X\x00\x00\x00\x04"),
]

ERROR = UndefinedTable('relation "ö" does not exist', detail="d", hint="h", position=15)
BACKENDS: list[tuple[b.Backend, bytes]] = [
    (b.AuthenticationOk(), b"R\x00\x00\x00\x08\x00\x00\x00\x00"),
    (b.AuthenticationCleartextPassword(), b"R\x00\x00\x00\x08\x00\x00\x00\x03"),
    (b.AuthenticationSASL(("A", "B")), b"R\x00\x00\x00\x0d\x00\x00\x00\x0aA\x00B\x00\x00"),
    (b.AuthenticationSASLContinue(b"r=x"), b"R\x00\x00\x00\x0b\x00\x00\x00\x0br=x"),
    (b.AuthenticationSASLFinal(b"v=x"), b"R\x00\x00\x00\x0b\x00\x00\x00\x0cv=x"),
    (b.BackendKeyData(7, b"\x01\x02\x03\x04"), b"K\x00\x00\x00\x0c\x00\x00\x00\x07\x01\x02\x03\x04"),
    (b.ParameterStatus("TimeZone", "UTC"), b"S\x00\x00\x00\x11TimeZone\x00UTC\x00"),
    (
        b.NegotiateProtocolVersion(0, ("_pq_.x",)),
        b"v\x00\x00\x00\x13\x00\x03\x00\x00\x00\x00\x00\x01_pq_.x\x00",
    ),
    (b.ReadyForQuery("I"), b"Z\x00\x00\x00\x05I"),
    (b.ReadyForQuery("E"), b"Z\x00\x00\x00\x05E"),
    (b.RowDescription(()), b"T\x00\x00\x00\x06\x00\x00"),
    (
        b.RowDescription(
            (b.Field("ä", 16384, 2, 25, -1, -1, 0), b.Field("", 0, 0, 4294967295, 8, 655366, 1))
        ),
        (
            b"T\x00\x00\x00\x2e\x00\x02"
            b"\xc3\xa4\x00\x00\x00\x40\x00\x00\x02\x00\x00\x00\x19\xff\xff\xff\xff\xff\xff\x00\x00"
            b"\x00\x00\x00\x00\x00\x00\x00\xff\xff\xff\xff\x00\x08\x00\x0a\x00\x06\x00\x01"
        ),
    ),
    (
        b.DataRows.of([(b"1", None, b"")]),
        b"D\x00\x00\x00\x13\x00\x03\x00\x00\x00\x011\xff\xff\xff\xff\x00\x00\x00\x00",
    ),
    (b.CommandComplete("SELECT 1"), b"C\x00\x00\x00\x0dSELECT 1\x00"),
    (b.EmptyQueryResponse(), b"I\x00\x00\x00\x04"),
    (
        b.ErrorResponse(ERROR),
        b'E\x00\x00\x00\x42SERROR\x00VERROR\x00C42P01\x00Mrelation "\xc3\xb6" does not exist\x00Dd\x00Hh\x00P15\x00\x00',
    ),
    (
        b.ErrorResponse(UndefinedTable("x"), "FATAL"),
        b"E\x00\x00\x00\x1dSFATAL\x00VFATAL\x00C42P01\x00Mx\x00\x00",
    ),
    (
        b.NoticeResponse(Notice("m", "01000", "WARNING", hint="h")),
        b"N\x00\x00\x00\x24SWARNING\x00VWARNING\x00C01000\x00Mm\x00Hh\x00\x00",
    ),
    (b.ParseComplete(), b"1\x00\x00\x00\x04"),
    (b.BindComplete(), b"2\x00\x00\x00\x04"),
    (b.CloseComplete(), b"3\x00\x00\x00\x04"),
    (b.NoData(), b"n\x00\x00\x00\x04"),
    (b.PortalSuspended(), b"s\x00\x00\x00\x04"),
    (b.ParameterDescription((23, 25)), b"t\x00\x00\x00\x0e\x00\x02\x00\x00\x00\x17\x00\x00\x00\x19"),
    (b.CopyInResponse(0, (0, 0)), b"G\x00\x00\x00\x0b\x00\x00\x02\x00\x00\x00\x00"),
    (b.CopyOutResponse(1, (1,)), b"H\x00\x00\x00\x09\x01\x00\x01\x00\x01"),
    (b.CopyData(b"1\n"), b"d\x00\x00\x00\x061\n"),
    (b.CopyDone(), b"c\x00\x00\x00\x04"),
]
