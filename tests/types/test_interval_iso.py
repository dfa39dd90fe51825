"""
Intervals of ISO 8601, in its three forms.
"""

from __future__ import annotations

import psycopg
import pytest

from pggate.types.datetimes import interval_text
from pggate.types.interval_iso import read_iso
from pggate.types.interval_parts import Parts

TEXTS = (
    "P1Y2M3DT4H5M6S",
    "P1.5Y",
    "P1M1.5W",
    "PT1.5H",
    "P-1Y-2M3DT-4H-5M-6.5S",
    "P2DT",
    "PT",
    "P0001-02-03",
    "P1-2-3T4:5:6.5",
    "P1-2",
    "P5",
    "P00010203T040506",
    "P00010203",
    "PT040506.5",
    "PT04:05",
    "P12345678",
)
WRONG = ("P", "P1", "P1Q", "P1Y-2-3", "P1-2-3-4", "PT1", "P1X2Y", "1Y", "P+1Y", "P1--Y", "PT12:13:14:15", "")


@pytest.mark.server
def test_forms_are_read_as_postgresql_reads_them(postgres_dsn: str) -> None:
    with psycopg.connect(postgres_dsn) as connection:
        for text in TEXTS:
            ((theirs,),) = connection.execute("select %s::interval::text", [text]).fetchall()
            parts = Parts(text)
            read_iso(text, parts)
            assert interval_text(parts.value()) == theirs, text


@pytest.mark.parametrize("text", [text for text in WRONG if text not in {"P1", "PT1"}])
def test_other_forms(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        read_iso(text, Parts(text))
