"""
Fields of a line of COPY.
"""

from __future__ import annotations

import pytest

from pggate.errors import BadCopyFileFormat, CharacterNotInRepertoire
from pggate.types.copy_fields import split
from pggate.types.framings import CopyCsv, CopyText


@pytest.mark.parametrize(
    ("line", "how", "fields"),
    [
        (b"", CopyText(), [b""]),
        (b"a\t\\N\t", CopyText(), [b"a", None, b""]),
        (b"\\\\N\t\\Nx\tx\\N", CopyText(), [b"\\N", b"Nx", b"xN"]),
        (b"a\\\tb\t\\t", CopyText(), [b"a\tb", b"\t"]),
        (b"\\101\\1012\\7\\777\\x41\\x412\\xg\\q", CopyText(null=b"-"), None),
        (b"\\101\\1012\\7\\x41\\x412\\x4g\\xg\\q\\", CopyText(), [b"AA2\x07AA2\x04gxgq"]),
        (b"\\303\\244", CopyText(), ["ä".encode()]),
        (b"|x", CopyText(b"|", b""), [None, b"x"]),
        (b"\\", CopyText(b"|", b""), [None]),
        (b"", CopyCsv(), [None]),
        (b'a,"",,"a,b"', CopyCsv(), [b"a", b"", None, b"a,b"]),
        (b'a"b"c,""""', CopyCsv(), [b"abc", b'"']),
        (
            b"NULL,'NULL','a\\'b\\\\\\c'",
            CopyCsv(null=b"NULL", quote=b"'", escape=b"\\"),
            [None, b"NULL", b"a'b\\\\c"],
        ),
    ],
)
def test_fields(line: bytes, how: CopyText | CopyCsv, fields: list[bytes | None] | None) -> None:
    if fields is None:  # \777 is 0xff, which begins no character
        with pytest.raises(CharacterNotInRepertoire, match="0xff"):
            split(line, how)
    else:
        assert split(line, how) == fields


def test_a_quote_that_is_not_closed() -> None:
    with pytest.raises(BadCopyFileFormat, match="unterminated CSV quoted field"):
        split(b'a,"b""', CopyCsv())


@pytest.mark.parametrize("line", [b"\\0", b"\\377", b"\\303", b"\\xc3("])
def test_escapes_that_make_no_text(line: bytes) -> None:
    with pytest.raises(CharacterNotInRepertoire):
        split(line, CopyText())
