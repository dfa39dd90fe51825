"""
A text with pieces replaced, which still knows where each character came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pggate.errors import Notice


class Edit(NamedTuple):
    """
    Characters [start, stop) of the client's text become `text`.
    """

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Rewritten:
    """
    What DuckDB gets for a client's text.

    Args:
        text: The text to run.
        changed: False if it is the client's own, to the character.
        notices: What the client should be told was left out.
        edits: In order, none overlapping another; in offsets of the client's text.

    """

    text: str
    changed: bool = False
    notices: tuple[Notice, ...] = ()
    edits: tuple[Edit, ...] = ()

    def position(self, offset: int) -> int | None:
        """
        Where a character of `text` (from 0) stands in the client's text (from 0); None if it does not.

        Exact outside the edits; the first character of a replacement stands where the replaced began.
        """
        shift = 0
        for edit in self.edits:
            begin = edit.start + shift
            if offset < begin:
                break
            if offset < begin + len(edit.text):
                return edit.start if offset == begin else None
            shift += len(edit.text) - (edit.stop - edit.start)
        return offset - shift


def rewrite(sql: str, edits: Iterable[Edit], notices: Iterable[Notice] = ()) -> Rewritten:
    """
    The text with these edits done.

    Of two that overlap the one that begins first wins, then the one given first.
    """
    kept: list[Edit] = []
    # An insertion goes before what is replaced at the same place.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.start < edit.stop)):
        if not kept or edit.start >= kept[-1].stop:
            kept.append(edit)
    if not kept:
        return Rewritten(sql, notices=tuple(notices))
    pieces: list[str] = []
    position = 0
    for edit in kept:
        pieces += sql[position : edit.start], edit.text
        position = edit.stop
    pieces.append(sql[position:])
    return Rewritten("".join(pieces), changed=True, notices=tuple(notices), edits=tuple(kept))
