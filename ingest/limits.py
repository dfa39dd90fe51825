"""
How many bytes of bodies one server holds at a time: what is over the limit is refused, never buffered.

Everything here runs in the event loop's thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from pggate.errors import ProgramLimitExceeded
from pggate.lake.backlog import Overloaded

if TYPE_CHECKING:
    from types import TracebackType

RETRY_AFTER_MS: Final = 250  # a few commits on S3


class Budget:
    """
    The bytes that all bodies on their way may occupy together.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.taken = 0

    def claim(self) -> Claim:
        """
        A share of the budget for one request, empty at first; leaving its context gives it back.
        """
        return Claim(self)


class Claim:
    """
    What one request holds of a budget.
    """

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._held = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._budget.taken -= self._held
        self._held = 0

    def expect(self, nbytes: int) -> None:
        """
        Could so many bytes be held as things stand?  They are not yet.

        Raises:
            Overloaded: The others leave less than that.

        """
        more = max(nbytes - self._held, 0)
        if more and self._budget.taken + more > self._budget.limit:
            raise Overloaded("too many bytes wait to be appended", retry_after_ms=RETRY_AFTER_MS)

    def cover_decoded(self, nbytes: int) -> None:
        """
        `cover` what a body becomes.

        Raises:
            ProgramLimitExceeded: It is more than all of the budget: it must not be told to come again.
            Overloaded: As `cover`.

        """
        if nbytes > self._budget.limit:
            raise ProgramLimitExceeded(
                f"the body is too large: to read it takes more than {self._budget.limit} bytes",
                hint="Send fewer rows, or smaller batches, at once.",
            )
        self.cover(nbytes)

    def cover(self, nbytes: int) -> None:
        """
        Hold at least so many bytes from now on.

        Raises:
            Overloaded: The others leave less than that.

        """
        self.expect(nbytes)
        more = max(nbytes - self._held, 0)
        self._budget.taken += more
        self._held += more
