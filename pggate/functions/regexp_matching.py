"""
PostgreSQL's functions of regular expressions (PostgreSQL 15, 9.7.3) where DuckDB's own do not do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue
from pggate.functions.regexp_matcher import Matcher
from pggate.functions.regular_expressions import parse
from pggate.functions.similar_patterns import similar_expression

if TYPE_CHECKING:
    from pggate.functions.regexp_matcher import Match


@lru_cache(maxsize=256)
def _matcher(pattern: str, flags: str) -> Matcher:
    return Matcher(parse(pattern, flags))


def _local(function: str, pattern: str, flags: str) -> Matcher:
    """The matcher of a function that has no use for the flag g."""
    if "g" in flags:
        raise InvalidParameterValue(f'{function}() does not support the "global" option')
    return _matcher(pattern, flags)


def _at_least(least: int, **values: int) -> None:
    for name, value in values.items():
        if value < least:
            raise InvalidParameterValue(f'invalid value for parameter "{name}": {value}')


def regexp_like(subject: str, pattern: str, flags: str = "") -> bool:
    return _local("regexp_like", pattern, flags).first(subject) is not None


def regexp_match(subject: str, pattern: str, flags: str = "") -> list[str | None] | None:
    """
    What the groups of the first match matched, or all of it; None where there is none.
    """
    if "g" in flags:
        raise InvalidParameterValue(
            'regexp_match() does not support the "global" option',
            hint="Use the regexp_matches function instead.",
        )
    found = _matcher(pattern, flags).first(subject)
    return None if found is None else found.captured(subject)


def regexp_matches(subject: str, pattern: str, flags: str = "") -> list[list[str | None]]:
    """
    The same of the first match, or of all with the flag g.
    """
    found = _matcher(pattern, flags).matches(subject)
    wanted = found if "g" in flags else islice(found, 1)
    return [match.captured(subject) for match in wanted]


def substring(subject: str, pattern: str) -> str | None:
    """
    What the first group matched, or all that did.
    """
    found = _matcher(pattern, "").first(subject)
    return None if found is None else found.captured(subject)[0]


def regexp_count(subject: str, pattern: str, start: int = 1, flags: str = "") -> int:
    _at_least(1, start=start)
    return sum(1 for _ in _local("regexp_count", pattern, flags).matches(subject, start - 1))


def regexp_instr(
    subject: str,
    pattern: str,
    start: int = 1,
    n: int = 1,
    endoption: int = 0,
    flags: str = "",
    subexpr: int = 0,
) -> int:
    """
    Where the nth match begins, from 1, or what follows it (endoption 1); 0 where there is none.
    """
    _at_least(1, start=start, n=n)
    _at_least(0, endoption=endoption, subexpr=subexpr)
    if endoption > 1:
        raise InvalidParameterValue(f'invalid value for parameter "endoption": {endoption}')
    found = _nth(_local("regexp_instr", pattern, flags), subject, start, n)
    span = None if found is None else found.span(subexpr)
    return 0 if span is None else span[endoption] + 1


def regexp_substr(
    subject: str, pattern: str, start: int = 1, n: int = 1, flags: str = "", subexpr: int = 0
) -> str | None:
    """
    The nth match, or what one group of it matched; None where there is none.
    """
    _at_least(1, start=start, n=n)
    _at_least(0, subexpr=subexpr)
    found = _nth(_local("regexp_substr", pattern, flags), subject, start, n)
    return None if found is None else found.text(subexpr, subject)


def _nth(matcher: Matcher, subject: str, start: int, n: int) -> Match | None:
    return next(
        (match for number, match in enumerate(matcher.matches(subject, start - 1), 1) if number == n), None
    )


def regexp_split(subject: str, pattern: str, flags: str = "") -> list[str]:
    """
    What lies between the matches; one of nothing at an end or beside another does not count.
    """
    if "g" in flags:
        raise InvalidParameterValue('regexp_split_to_array() does not support the "global" option')
    pieces, last = [], 0
    for match in _matcher(pattern, flags).matches(subject):
        is_empty = match.start == match.stop
        if is_empty and match.start in (last, len(subject)):
            continue
        pieces.append(subject[last : match.start])
        last = match.stop
    return [*pieces, subject[last:]]


def regexp_replace(
    subject: str, pattern: str, replacement: str, start: int = 1, n: int | None = None, flags: str = ""
) -> str:
    r"""
    With the nth match replaced, all where n is 0; the first where it is not told, or all with the flag g.

    In the replacement \1 is what a group matched, \& the whole, \\ a backslash.
    """
    _at_least(1, start=start)
    _at_least(0, n=n or 0)
    wanted = n if n is not None else 0 if "g" in flags else 1
    pieces: list[str] = []
    last = 0
    for number, match in enumerate(_matcher(pattern, flags).matches(subject, start - 1), 1):
        if wanted in (0, number):
            pieces += subject[last : match.start], _filled(replacement, subject, match)
            last = match.stop
        if number == wanted:
            break
    return "".join([*pieces, subject[last:]])


def regexp_replace_by_flags(subject: str, pattern: str, replacement: str, flags: str) -> str:
    if flags[:1].isdigit():
        raise InvalidParameterValue(
            f'invalid regular expression option: "{flags[0]}"',
            hint="If you meant to use regexp_replace() with a start parameter, cast the fourth argument to "
            "integer explicitly.",
        )
    return regexp_replace(subject, pattern, replacement, flags=flags)


def _filled(replacement: str, subject: str, match: Match) -> str:
    def piece(found: re.Match[str]) -> str:
        sign = found[1]
        return sign if sign == "\\" else match.text(0 if sign == "&" else int(sign), subject) or ""

    return _MARKS.sub(piece, replacement)


_MARKS: Final = re.compile(r"\\([1-9&\\])")


def similar_substring(subject: str, pattern: str, escape: str) -> str | None:
    """
    SUBSTRING(subject SIMILAR pattern ESCAPE escape): what matches between two escape-double-quotes, or all.
    """
    found = _matcher(similar_expression(pattern, escape), "").first(subject)
    return None if found is None else found.captured(subject)[0]
