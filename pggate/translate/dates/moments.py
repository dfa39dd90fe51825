"""
Rules on calls about dates and times (PostgreSQL 15, 9.9) whose meaning the text tells, not types alone.

The field of extract() decides the scale of the numeric, so that every field has a macro of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.syntax import quoting
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import Kind, words
from pggate.translate.syntax.looking import closing, commas, word_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

# By all the names that PostgreSQL has for a field (datetime.c, datetktbl and deltatktbl).
_NAMES: Final = {
    "century": "c cent century centuries",
    "day": "d day days",
    "decade": "dec decs decade decades",
    "dow": "dow",
    "doy": "doy",
    "epoch": "epoch",
    "hour": "h hour hours hr hrs",
    "isodow": "isodow",
    "isoyear": "isoyear",
    "julian": "j jd julian",
    "microseconds": "us usec usecs usecond useconds microsecond microseconds microsecon",
    "millennium": "mil mils millennium millennia",
    "milliseconds": "ms msec msecs msecond mseconds millisecond milliseconds millisecon",
    "minute": "m min mins minute minutes",
    "month": "mon mons month months",
    "quarter": "qtr quarter",
    "second": "s sec secs second seconds",
    "timezone": "timezone",
    "timezone_hour": "timezone_hour timezone_h",
    "timezone_minute": "timezone_minute timezone_m",
    "week": "w week weeks",
    "year": "y yr yrs year years",
}
FIELDS: Final = {name: field for field, names in _NAMES.items() for name in words(names)}


def extracts(tokens: Tokens) -> Iterator[Edit]:
    """
    extract(year FROM x) becomes extract_year(x), a macro.
    """
    for i, token in enumerate(tokens):
        if (
            token.word != "extract"
            or word_at(tokens, i + 1) != "("
            or word_at(tokens, i + 3) != "from"
            or i + 4 >= len(tokens)
        ):
            continue
        field = tokens[i + 2]
        name = quoting.string_value(field.text) if field.kind is Kind.STRING else field.name
        yield Edit(token.start, tokens[i + 4].start, _macro("extract", name))


def date_parts(tokens: Tokens) -> Iterator[Edit]:
    """
    date_part('year', x) becomes part_year(x), and that of a field that is no literal part_of(f, x).
    """
    for i, token in enumerate(tokens):
        if token.word != "date_part" or word_at(tokens, i + 1) != "(" or word_at(tokens, i + 2) == "[":
            continue
        if len(commas(tokens, i + 1, closing(tokens, i + 1))) != 1:
            continue
        start = tokens[i - 2].start if word_at(tokens, i - 1) == "." else token.start
        field = tokens[i + 2]
        if field.kind is Kind.STRING and word_at(tokens, i + 3) == ",":
            yield Edit(start, tokens[i + 4].start, _macro("part", quoting.string_value(field.text)))
        else:
            yield Edit(start, tokens[i + 1].stop, f"{_PLACE}part_of(")


def clock_precisions(tokens: Tokens) -> Iterator[Edit]:
    """
    current_timestamp(3) is current_timestamp, rounded.
    """
    for i, token in enumerate(tokens):
        if token.word in CLOCKS and word_at(tokens, i + 1) == "(" and word_at(tokens, i + 3) == ")":
            digits = tokens[i + 2]
            if digits.kind is Kind.NUMBER:
                text = f"{_PLACE}rounded({CLOCKS[token.word]}, {min(int(digits.text), _MOST_DIGITS)})"
                yield Edit(token.start, tokens[i + 3].stop, text)


def series(tokens: Tokens) -> Iterator[Edit]:
    """
    generate_series of dates, with an interval between, is one of timestamps with time zone.
    """
    for i, token in enumerate(tokens):
        if token.word != "generate_series" or word_at(tokens, i + 1) != "(":
            continue
        close = closing(tokens, i + 1)
        between = commas(tokens, i + 1, close)
        if len(between) != 2 or not _is_interval(tokens, between[1] + 1):
            continue
        for start, stop in ((i + 2, between[0] - 1), (between[0] + 1, between[1] - 1)):
            if tokens[start].kind is not Kind.STRING or start != stop:
                yield Edit(tokens[start].start, tokens[start].start, f"{_PLACE}moment(")
                yield Edit(tokens[stop].stop, tokens[stop].stop, ")")


def _is_interval(tokens: Tokens, at: int) -> bool:
    """Does one begin there, as far as words tell: INTERVAL '1 day', CAST('1 day' AS INTERVAL), '1 day'?"""
    if tokens[at].kind is Kind.STRING:
        return not quoting.string_value(tokens[at].text).strip(" +-").isdecimal()
    return tokens[at].word == "interval" or (
        word_at(tokens, at) == "cast" and word_at(tokens, closing(tokens, at + 1) - 1) == "interval"
    )


CLOCKS: Final = {name: name for name in words("current_time current_timestamp localtime localtimestamp")}
_MOST_DIGITS: Final = 6
_PLACE: Final = '"~pg"."~mirror".'


def _macro(prefix: str, name: str) -> str:
    field = FIELDS.get(name.lower())
    if field is None:
        return f"{_PLACE}{prefix}_unknown({quoting.literal(name)}, "
    return f"{_PLACE}{prefix}_{field}("
