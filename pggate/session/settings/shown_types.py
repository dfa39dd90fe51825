"""
The settings that choose among PostgreSQL's types for values that it has none of: pggate.nested_lists and
pggate.struct_as.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.types.duck import Shown

if TYPE_CHECKING:
    from pggate.session.settings.settings import Settings

NESTED_LISTS: Final = "pggate.nested_lists"
STRUCT_AS: Final = "pggate.struct_as"


def shown_types(settings: Settings) -> Shown:
    """What a session's settings say."""
    return Shown(
        nested_as_json=settings.show(NESTED_LISTS) == "json",
        structs_as_composites=settings.show(STRUCT_AS) == "composite",
    )
