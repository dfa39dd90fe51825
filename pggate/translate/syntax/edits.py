"""
A text with pieces replaced, which still knows where each character came from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pggate.errors import Notice


class Edit(NamedTuple):
    """
    Characters [start, stop) of the client's text become `text`.

    Args:
        joins: What is left on both sides becomes one token, as two pieces of a string do.

    """

    start: int
    stop: int
    text: str
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Rewritten:
    """
    What DuckDB gets for a client's text.

    Args:
        text: The text to run.
        changed: False if it is the client's own, to the character.
        notices: What the client should be told was left out.
        edits: In order, none overlapping another; in offsets of the client's text.  A space that parts two
            tokens is one of them.

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

    Of two that overlap the one that begins first wins, then the one given first.  Tokens may stand side by
    side, as in `when'a'` and `j->-1`: a space goes where what they become would be read as one.
    """
    kept: list[Edit] = []
    # An insertion goes before what is replaced at the same place.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.start < edit.stop)):
        if not kept or edit.start >= kept[-1].stop:
            kept.append(edit)
    if not kept:
        return Rewritten(sql, notices=tuple(notices))
    done = tuple(_parted(sql, kept))
    pieces: list[str] = []
    position = 0
    for edit in done:
        pieces += sql[position : edit.start], edit.text
        position = edit.stop
    pieces.append(sql[position:])
    return Rewritten("".join(pieces), changed=True, notices=tuple(notices), edits=done)


def _parted(sql: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """
    The edits with the spaces that they call for: a space is an edit of its own, so that positions stay exact.
    """
    position, last, joins = 0, "", False
    for edit in edits:
        between = sql[position : edit.start]
        if not joins and _runs_on(last, between):
            yield Edit(position, position, " ")
        last = between[-1:] or last
        if _runs_on(last, edit.text):
            yield Edit(edit.start, edit.start, " ")
        yield edit
        position, last, joins = edit.stop, edit.text[-1:] or last, edit.joins
    if not joins and _runs_on(last, sql[position:]):
        yield Edit(position, position, " ")


def _runs_on(last: str, following: str) -> bool:
    return bool(following) and _ONE_TOKEN.fullmatch(last + following[0]) is not None


# Two characters of a word or a number, or of an operator
_ONE_TOKEN: Final = re.compile(r"[\w$]{2}|[-+*/<>=~!@#%^&|`?]{2}")
