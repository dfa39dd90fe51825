"""
How the rows of a topic lie in files: the terms of the options partition_by and sort_by, and what DuckLake is
told of them.

`day(ts)` means a partition for each day, as in Iceberg and PostgreSQL's date_trunc.  DuckLake's own day() is
the day of the month, so it is told year(ts), month(ts), day(ts).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from pggate.engine.names import quote_identifier
from pggate.errors import FeatureNotSupported
from pggate.translate.syntax import lexer
from pggate.translate.syntax.looking import commas

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pggate.translate.syntax.looking import Tokens

OF_TIME: Final = ("year", "month", "day", "hour")
"""Each stands for itself and those before it."""
IDENTITY: Final = ""
BUCKET: Final = "bucket"
MOST_BUCKETS: Final = 1024

HINT_OF_PARTITIONS: Final = (
    "It is a list of columns, year(c), month(c), day(c), hour(c) and bucket(n, c):"
    " 'day(ts)', 'country, day(ts)'."
)
HINT_OF_SORTING: Final = (
    "It is a list of columns, each with asc or desc and nulls first or last: 'ts desc, id'."
)


@dataclass(frozen=True, slots=True)
class PartitionTerm:
    """
    Args:
        transform: year, month, day, hour, bucket; "" for the column itself.
        buckets: How many, of bucket.

    """

    column: str
    transform: str = IDENTITY
    buckets: int = 0

    @property
    def is_of_time(self) -> bool:
        return self.transform in OF_TIME

    def renamed(self, old: str, new: str) -> PartitionTerm:
        return replace(self, column=new) if self.column == old else self

    def __str__(self) -> str:
        column = _name(self.column)
        if self.transform == BUCKET:
            return f"bucket({self.buckets}, {column})"
        return f"{self.transform}({column})" if self.transform else column


@dataclass(frozen=True, slots=True)
class SortTerm:
    """
    Args:
        nulls_first: As PostgreSQL has it where it is not written: of a descending order (7.5).

    """

    column: str
    descending: bool = False
    nulls_first: bool = False

    def renamed(self, old: str, new: str) -> SortTerm:
        return replace(self, column=new) if self.column == old else self

    def __str__(self) -> str:
        written = _name(self.column) + (" desc" if self.descending else "")
        if self.nulls_first != self.descending:
            written += f" nulls {'first' if self.nulls_first else 'last'}"
        return written


@dataclass(frozen=True, slots=True)
class PartitionKey:
    """
    One of DuckLake's keys.

    Args:
        name: What a file's path calls it: KEY=VALUE (ducklake 1.5.5).

    """

    name: str
    term: PartitionTerm


# ---- reading and writing ------------------------------------------------------------------------------


def partition_terms(text: str) -> tuple[PartitionTerm, ...]:
    """Raises ValueError."""
    found = tuple(map(_partition_term, _items(text)))
    if len(set(found)) < len(found):
        raise ValueError(text)
    return found


def _partition_term(tokens: Tokens) -> PartitionTerm:
    if len(tokens) == 1:
        return PartitionTerm(_column(tokens))
    transform, *inner = tokens
    if inner[0].word != "(" or inner[-1].word != ")":
        raise ValueError(transform.text)
    if transform.word in OF_TIME:
        return PartitionTerm(_column(inner[1:-1]), transform.word)
    if transform.word == BUCKET and len(inner) == 5 and inner[2].word == ",":
        buckets = int(inner[1].text)
        if 0 < buckets <= MOST_BUCKETS:
            return PartitionTerm(_column(inner[3:-1]), BUCKET, buckets)
    raise ValueError(transform.text)


def sort_terms(text: str) -> tuple[SortTerm, ...]:
    """Raises ValueError."""
    found = tuple(map(_sort_term, _items(text)))
    if len({term.column for term in found}) < len(found):
        raise ValueError(text)
    return found


def _sort_term(tokens: Tokens) -> SortTerm:
    column, words = _column(tokens[:1]), [token.word for token in tokens[1:]]
    descending = words[:1] == ["desc"]
    if words[:1] in (["asc"], ["desc"]):
        del words[0]
    if words not in ([], ["nulls", "first"], ["nulls", "last"]):
        raise ValueError(column)
    return SortTerm(column, descending, words[1] == "first" if words else descending)


def read_name(text: str) -> str:
    """A column's name.  Raises ValueError."""
    return _column(lexer.tokens(text))


def _column(tokens: Tokens) -> str:
    if len(tokens) != 1 or not tokens[0].is_name:
        raise ValueError(" ".join(token.text for token in tokens))
    return tokens[0].name


def _items(text: str) -> Iterator[Tokens]:
    """What stands between the commas of a list."""
    tokens = lexer.tokens(f"({text})")
    last = len(tokens) - 1
    for before, after in pairwise((0, *commas(tokens, 0, last), last)):
        if after == before + 1:
            raise ValueError(text)
        yield tokens[before + 1 : after]


def partition_text(terms: Iterable[PartitionTerm]) -> str:
    return ", ".join(map(str, terms))


def sort_text(terms: Iterable[SortTerm]) -> str:
    return ", ".join(map(str, terms))


def _name(column: str) -> str:
    return column if column.isidentifier() and column == column.lower() else quote_identifier(column)


# ---- what DuckLake is told ----------------------------------------------------------------------------


def partition_keys(terms: Iterable[PartitionTerm]) -> tuple[PartitionKey, ...]:
    """
    DuckLake's keys: of one column they stand together, and the first of a kind is called by it alone.
    """
    spelled = dict.fromkeys(one for term in terms for one in _spelled(term))
    columns = list(dict.fromkeys(term.column for term in spelled))
    found: list[PartitionKey] = []
    for term in sorted(spelled, key=lambda term: columns.index(term.column)):
        is_first = all(key.term.transform != term.transform for key in found)
        name = term.transform if is_first else f"{term.transform}_{term.column}"
        found.append(PartitionKey(name if term.transform else term.column, term))
    return tuple(found)


def _spelled(term: PartitionTerm) -> Iterator[PartitionTerm]:
    """A day as DuckLake has it: a year's, a month's."""
    transforms = OF_TIME[: OF_TIME.index(term.transform) + 1] if term.is_of_time else (term.transform,)
    for transform in transforms:
        yield replace(term, transform=transform)


def refuse_namesakes(terms: Iterable[PartitionTerm], columns: Iterable[str]) -> None:
    """
    Raises:
        FeatureNotSupported: A column is called as a key is: ducklake 1.5.5 takes no file then.

    """
    made = {key.name for key in partition_keys(terms) if key.term.transform}
    for column in columns:
        if column.lower() in made:
            raise FeatureNotSupported(
                f'a topic with a column "{column}" cannot be partitioned so',
                detail=f'The paths of its files would have "{column}=" for the partition.',
                hint="Give the column another name, or partition by something else.",
            )


def partition_clause(terms: Iterable[PartitionTerm]) -> str:
    """Of SET PARTITIONED BY."""
    return ", ".join(map(_told, partition_keys(terms)))


def _told(key: PartitionKey) -> str:
    column = quote_identifier(key.term.column)
    if key.term.transform == BUCKET:
        return f"bucket({key.term.buckets}, {column})"
    return f"{key.term.transform}({column})" if key.term.transform else column


def sort_clause(terms: Iterable[SortTerm]) -> str:
    """Of SET SORTED BY."""
    return ", ".join(
        f"{quote_identifier(term.column)} {'DESC' if term.descending else 'ASC'}"
        f" NULLS {'FIRST' if term.nulls_first else 'LAST'}"
        for term in terms
    )
