"""
The readers of patterns; what they read test_datetime_reading shows.
"""

from __future__ import annotations

import pytest

from pggate.errors import FeatureNotSupported
from pggate.functions.datetime_field_readers import DIGITS, GREGORIAN, ISO, READERS
from pggate.functions.datetime_reading import read
from pggate.functions.datetime_templates import Kind, parts


def test_every_pattern_has_a_reader() -> None:
    template = "A.D. A.M. AD BC CC DAY DDD DD DY D FF1 HH24 HH IDDD ID IW IYYY J MI MM MONTH MON MS OF Q RM SS TZH US W"
    patterns = {part.text for part in parts(template) if part.kind is Kind.PATTERN}
    assert patterns <= READERS.keys()
    assert READERS.keys() >= DIGITS | GREGORIAN | ISO
    assert not GREGORIAN & ISO


def test_what_is_only_written() -> None:
    with pytest.raises(FeatureNotSupported, match='formatting field "TZ" is only supported in to_char'):
        read("UTC", "TZ")
