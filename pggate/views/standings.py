"""
How far each live view of a lake is, and who waits for that.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.errors import ObjectNotInPrerequisiteState, PgError, QueryCanceled, SerializationFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pggate.lake.live_views import LiveView

LOOK: Final = 0.05
"""Seconds between two looks at whether somebody who waits has been interrupted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """
    Args:
        cut: What was before this snapshot cannot be told apart any more.
        applied: The snapshot up to which the view has everything.
        failed, why: The snapshot whose rows it cannot take, and the reason.

    """

    cut: int = -1
    applied: int = -1
    failed: int | None = None
    why: str = ""


UNKNOWN: Final = Standing()


class Standings:
    """
    Of one lake.  Safe from any thread.

    Args:
        wake: Called with the snapshot that somebody waits for.

    """

    def __init__(self, wake: Callable[[int], None]) -> None:
        self._wake = wake
        self._changed = threading.Condition()
        self._of: dict[int, Standing] = {}
        self.trouble: PgError | None = None
        """Why nobody gets any further, if that is so."""

    def of(self, oid: int) -> Standing:
        """Of a view by its OID; UNKNOWN before it is made."""
        return self._of.get(oid, UNKNOWN)

    def known(self) -> set[int]:
        """The views of which there is anything to tell."""
        with self._changed:
            return set(self._of)

    def note(self, oid: int, standing: Standing) -> None:
        with self._changed:
            self._of[oid] = standing
            self._changed.notify_all()

    def forget(self, oid: int) -> None:
        """Of a view that is no more, or is being made anew."""
        with self._changed:
            self._of.pop(oid, None)

    def wait(
        self,
        views: Collection[LiveView],
        snapshot: int,
        timeout: float,
        is_interrupted: Callable[[], bool],
        pinned: int | None = None,
        others: Collection[LiveView] = (),
    ) -> None:
        """
        Until all of them have everything up to a snapshot.

        Args:
            pinned: Nothing later than that snapshot is to be read.
            others: Views that are waited for, too, unless something is wrong with them.

        Raises:
            SerializationFailure: 40001, one cannot tell any more what it was as of that snapshot.
            ObjectNotInPrerequisiteState: 55000, one cannot take the rows of an earlier snapshot.
            QueryCanceled: 57014, it takes too long, or the reader was interrupted.

        """
        ends = time.monotonic() + timeout
        with self._changed:
            behind = self._behind(views, others, snapshot)
            if behind:
                self._wake(snapshot)
            while behind:
                if is_interrupted():
                    raise QueryCanceled("canceling statement due to user request")
                left = ends - time.monotonic()
                if left <= 0:
                    raise self._too_late(behind[0], snapshot)
                self._changed.wait(min(left, LOOK))
                behind = self._behind(views, others, snapshot)
            later = [view for view in views if pinned is not None and self.of(view.oid).cut > pinned]
        if later:
            raise too_new(later[0])

    def _behind(
        self, views: Collection[LiveView], others: Collection[LiveView], snapshot: int
    ) -> list[LiveView]:
        behind = [view for view in views if self._is_behind(view, snapshot)]
        known = ((view, self.of(view.oid)) for view in others)
        return behind + [view for view, of in known if of.failed is None and 0 <= of.applied < snapshot]

    def _is_behind(self, view: LiveView, snapshot: int) -> bool:
        standing = self.of(view.oid)
        if standing.failed is not None:
            raise failure(view, standing)
        return standing.applied < snapshot

    def _too_late(self, view: LiveView, snapshot: int) -> QueryCanceled:
        at = self.of(view.oid).applied
        return QueryCanceled(
            f'canceling statement due to waiting for live view "{view.name}" to have snapshot {snapshot}',
            detail="It is being made." if at < 0 else f"It has snapshot {at}.",
            hint=None if self.trouble is None else f"What keeps it: {self.trouble.message}",
        )


def failure(view: LiveView, standing: Standing) -> ObjectNotInPrerequisiteState:
    """
    What readers of a view hear that cannot take some rows.
    """
    return ObjectNotInPrerequisiteState(
        f'live view "{view.name}" cannot take the rows of snapshot {standing.failed}: {standing.why}',
        hint=f"Mend the rows, then REFRESH MATERIALIZED VIEW {quote_identifier(view.name)}.",
    )


def too_new(view: LiveView) -> SerializationFailure:
    """
    What a transaction hears that began before what the view can tell.
    """
    return SerializationFailure(
        f'live view "{view.name}" was made or refreshed after this transaction began',
        hint="Retry the transaction.",
    )
