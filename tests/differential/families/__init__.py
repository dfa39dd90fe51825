"""
The statements that are compared, by family: one module each, all of the same shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.differential.families.aggregates import AGGREGATES
from tests.differential.families.arrays import ARRAYS
from tests.differential.families.bits import BITS
from tests.differential.families.booleans import BOOLEANS
from tests.differential.families.bytes import BYTES
from tests.differential.families.casts import CASTS
from tests.differential.families.characters import CHARACTERS
from tests.differential.families.common_types import COMMON
from tests.differential.families.composites import COMPOSED
from tests.differential.families.computed_texts import COMPUTED
from tests.differential.families.conditionals import CONDITIONALS
from tests.differential.families.datetimes import DATETIMES
from tests.differential.families.enums import CREATED
from tests.differential.families.floats import FLOATS
from tests.differential.families.formatting import FORMATTING
from tests.differential.families.integers import INTEGERS
from tests.differential.families.intervals import INTERVALS
from tests.differential.families.json import JSON
from tests.differential.families.jsonb import JSONB
from tests.differential.families.numerics import NUMERICS
from tests.differential.families.patterns import PATTERNS
from tests.differential.families.queries import QUERIES
from tests.differential.families.reg_types import REGS
from tests.differential.families.rows import ROWED
from tests.differential.families.strings import STRINGS
from tests.differential.families.uuids import UUIDS
from tests.differential.families.wrong_types import WRONG
from tests.differential.families.zones import ZONED

if TYPE_CHECKING:
    from tests.differential.family import Family

_ALL: tuple[Family, ...] = (
    *(BOOLEANS, INTEGERS, FLOATS, NUMERICS, STRINGS, CHARACTERS, PATTERNS, BYTES, BITS),
    *(DATETIMES, INTERVALS, ZONED, FORMATTING, UUIDS, JSON, JSONB, ARRAYS, ROWED),
    *(CASTS, COMPUTED, REGS, CONDITIONALS, COMMON, AGGREGATES, QUERIES, CREATED, COMPOSED, WRONG),
)

FAMILIES: dict[str, Family] = {family.name: family for family in _ALL}
