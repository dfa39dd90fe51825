"""
Receipts as values: how the appends of a commit are said in its message, and read from there.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from pggate.lake.objects import Stored
from pggate.lake.receipts import KEY, Lot, Receipt, committed_lots, receipts_of, said

ROOT = "s3://bucket/lake/"
AT = datetime(2026, 11, 22, 6, 10, 0, 123456, UTC)
UUID = "019a9d2e-0000-7000-8000-000000000001"


def stored(name: str = UUID) -> Stored:
    return Stored(f"{ROOT}public/t/{name}.parquet", 1234, "ab" * 32)


def test_an_append_is_named_by_its_segment_and_its_place_there() -> None:
    lot = Lot(7, (stored(),), (3, 2))
    assert list(receipts_of(lot, 12, AT)) == [
        Receipt(12, 3, f"{UUID}.0", AT, (stored(),)),
        Receipt(12, 2, f"{UUID}.1", AT, (stored(),)),
    ]


def test_one_append_may_lie_in_several_segments() -> None:
    segments = (stored(), stored("019a9d2e-0000-7000-8000-000000000002"))
    (receipt,) = receipts_of(Lot(7, segments, (5,)), 12, AT)
    assert receipt.segments == segments
    assert receipt.batch_id == f"{UUID}.0"


def test_a_thousand_equal_appends_take_as_little_room_as_one() -> None:
    message = said([Lot(7, (stored(),), (100,) * 1000)], AT, ROOT)
    assert message[KEY]["lots"][0]["rows"] == [[1000, 100]]
    assert message[KEY]["lots"][0]["segments"][0]["path"] == f"public/t/{UUID}.parquet"
    assert "keys" not in message[KEY]["lots"][0]


@given(
    st.lists(
        st.builds(
            Lot,
            st.integers(1, 2**40),
            st.just((stored(),)),
            st.lists(st.integers(1, 3), min_size=1).map(tuple),
            st.dictionaries(st.integers(0, 5), st.text()),
        )
    )
)
def test_what_is_said_is_read_back(lots: list[Lot]) -> None:
    message = json.loads(json.dumps(said(lots, AT, ROOT)))
    assert committed_lots(message[KEY], ROOT) == (AT, lots)
