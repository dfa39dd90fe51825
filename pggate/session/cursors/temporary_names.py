"""
What the session has called temporary tables and views, whether they are still there or not: the engine tells
what is there only together with everything that it knows, all columns of all lakes (duckdb 1.5.5: 33 ms at
1,000 topics).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class TemporaryNames:
    """
    Of one session.
    """

    def __init__(self) -> None:
        self._views: dict[str, bool] = {}
        self.has_more = False
        """Are there comments, or names that were a table's and a view's? Then the engine has to be asked."""

    @property
    def views(self) -> Mapping[str, bool]:
        """Of each name, in the order of their making: is it a view's?"""
        return self._views

    def add(self, name: str, *, is_view: bool) -> None:
        """Something is called so now; after a rollback it may be what it was before."""
        self.has_more |= self._views.get(name, is_view) != is_view
        self._views[name] = is_view

    def remove(self, name: str) -> None:
        """Nothing is called so, and no rollback makes it come back."""
        self._views.pop(name, None)

    def clear(self) -> None:
        """There are none."""
        self._views.clear()
        self.has_more = False
