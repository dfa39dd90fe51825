"""
What an analysis depends on beside the text and the types that the client declared: what is known of a text
serves again in the same circumstances.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pggate.catalog.emulation import DATABASE

if TYPE_CHECKING:
    from pggate.engine.bound import Bound
    from pggate.types.duck import Shown


class Circumstances(NamedTuple):
    """
    Args:
        version: The catalog's; None of a text that names nothing that is defined.
        own: Counts what the session alone has defined; None of such a text, and where it has nothing.

    """

    database: str
    superuser: bool
    schemas: tuple[str, ...]
    shown: Shown
    version: int | None = None
    own: int | None = None

    def may_keep(self, bound: Bound | None) -> bool:
        """
        Does what was found out serve again?  A text that names nothing, as far as the session knew, may read
        a relation all the same: one that came meanwhile, or that a literal names.
        """
        return self.version is not None or (
            bound is not None and all(relation.catalog == DATABASE for relation in bound.relations)
        )
