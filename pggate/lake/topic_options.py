"""
The options of a topic, of WITH (…) and ALTER TABLE … SET (…): one row of OPTIONS each.

Values only.  They are declared (declared.py) as texts, as they were written, and read wherever they matter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pggate.errors import DependentObjectsStillExist, InvalidParameterValue, PgError
from pggate.lake.layouts import (
    HINT_OF_PARTITIONS,
    HINT_OF_SORTING,
    PartitionTerm,
    SortTerm,
    partition_terms,
    partition_text,
    read_name,
    sort_terms,
    sort_text,
)
from pggate.types.interval_input import read_interval

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from pggate.types.datetimes import Interval

INGESTED_AT: Final = "__ingested_at"
"""The column that says when a row came."""

EVOLUTIONS: Final = ("none", "add_columns")
ON_ERROR: Final = ("reject", "quarantine")
BOOLEANS: Final = {"true": True, "on": True, "yes": True, "1": True} | {
    "false": False,
    "off": False,
    "no": False,
    "0": False,
}


@dataclass(frozen=True, slots=True)
class Option:
    """
    Args:
        read: Its value as what it means; raises ValueError.
        default: What it is where nothing is said.
        hint: Which values there are.
        kind: What PostgreSQL calls such an option.

    """

    name: str
    read: Callable[[str], Any]
    default: Any
    hint: str
    kind: str = ""

    def value(self, text: str) -> Any:
        """
        Raises:
            InvalidParameterValue: 22023.

        """
        try:
            return self.read(text)
        except (ValueError, KeyError) as error:
            kind = f"{self.kind} " if self.kind else ""
            message = f'invalid value for {kind}option "{self.name}": {text}'
            raise InvalidParameterValue(message, hint=self.hint) from error


def _one_of(values: Collection[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.lower() not in values:
            raise ValueError(text)
        return text.lower()

    return read


def _retention(text: str) -> Interval:
    try:
        found = read_interval(text)
    except PgError as error:
        raise ValueError(text) from error
    if min(found) < 0 or max(found) == 0:
        raise ValueError(text)
    return found


def _hint(values: Iterable[str]) -> str:
    return f"Valid values are {' and '.join(map(repr, values))}."


OPTIONS: Final = {
    option.name: option
    for option in (
        Option("partition_by", partition_terms, (), HINT_OF_PARTITIONS),
        Option("sort_by", sort_terms, (), HINT_OF_SORTING),
        Option("retention", _retention, None, "It is an interval that is longer than nothing: '30 days'."),
        Option("retention_column", read_name, "", "It is the name of a column: 'ts'."),
        Option("evolve", _one_of(EVOLUTIONS), "none", _hint(EVOLUTIONS), kind="enum"),
        Option("on_error", _one_of(ON_ERROR), "reject", _hint(ON_ERROR), kind="enum"),
        Option(
            "ingested_at",
            lambda text: BOOLEANS[text.lower()],
            default=False,
            hint="Valid values are 'true' and 'false'.",
            kind="boolean",
        ),
    )
}
NAMES: Final = ", ".join(OPTIONS)


@dataclass(frozen=True, slots=True)
class TopicOptions:
    """
    Args:
        written: Name and value of each, in their order.

    """

    written: tuple[tuple[str, str], ...] = ()
    _values: Mapping[str, Any] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        said = {name: OPTIONS[name].value(text) for name, text in self.written}
        values = {option.name: option.default for option in OPTIONS.values()} | said
        object.__setattr__(self, "_values", values)

    def __bool__(self) -> bool:
        return bool(self.written)

    @property
    def shown(self) -> list[str]:
        """As pg_class.reloptions has them."""
        return [f"{name}={text}" for name, text in self.written]

    def text(self, name: str) -> str | None:
        """A value as it was written; None where nothing was said."""
        return dict(self.written).get(name)

    @property
    def partition_by(self) -> tuple[PartitionTerm, ...]:
        """What a file of the topic has one value of."""
        found: tuple[PartitionTerm, ...] = self._values["partition_by"]
        return found

    @property
    def sort_by(self) -> tuple[SortTerm, ...]:
        """The order of rows that compaction brings about."""
        found: tuple[SortTerm, ...] = self._values["sort_by"]
        return found

    @property
    def retention(self) -> Interval | None:
        """How long a row is kept, None for ever."""
        found: Interval | None = self._values["retention"]
        return found

    @property
    def retention_column(self) -> str:
        """
        The column that tells a row's age; "" where none does.
        """
        moments = (term.column for term in self.partition_by if term.is_of_time)
        named = str(self._values["retention_column"])
        return named or next(moments, INGESTED_AT if self.ingested_at else "")

    @property
    def evolve(self) -> str:
        """What becomes of columns that the topic does not have: 'none' or 'add_columns'."""
        return str(self._values["evolve"])

    @property
    def on_error(self) -> str:
        """What becomes of rows that do not fit: 'reject' or 'quarantine'."""
        return str(self._values["on_error"])

    @property
    def ingested_at(self) -> bool:
        """Does the server fill the column __ingested_at?"""
        return bool(self._values["ingested_at"])

    # -- other options

    def changed(self, given: Iterable[tuple[str, str]], reset: Collection[str] = ()) -> TopicOptions:
        """
        After SET (…) or RESET (…), WITH (…) of none.

        Raises:
            InvalidParameterValue: 22023, there is no such option or it does not take the value.

        """
        given = tuple(given)
        names = [name for name, _ in given]
        for at, (name, text) in enumerate(given):
            refuse_unknown(name)
            if name in names[:at]:
                raise InvalidParameterValue(f'parameter "{name}" specified more than once')
            OPTIONS[name].value(text)
        kept = ((name, text) for name, text in self.written if name not in {*names, *reset})
        return TopicOptions((*kept, *given))

    def with_column_renamed(self, old: str, new: str) -> TopicOptions:
        """What they are when a column is called otherwise."""
        if old not in self.columns:
            return self
        texts = dict(self.written)
        if any(term.column == old for term in self.partition_by):
            texts["partition_by"] = partition_text(term.renamed(old, new) for term in self.partition_by)
        if any(term.column == old for term in self.sort_by):
            texts["sort_by"] = sort_text(term.renamed(old, new) for term in self.sort_by)
        if self._values["retention_column"] == old:
            texts["retention_column"] = sort_text([SortTerm(new)])
        return TopicOptions(tuple(texts.items()))

    @property
    def columns(self) -> dict[str, str]:
        """The columns that they are about, each with the first option that is."""
        about = [(term.column, "partition_by") for term in self.partition_by]
        about += [(term.column, "sort_by") for term in self.sort_by]
        if self.retention is not None or self._values["retention_column"]:
            about.append((self.retention_column, "retention"))
        if self.ingested_at:
            about.append((INGESTED_AT, "ingested_at"))
        return dict(reversed(about))


NONE: Final = TopicOptions()


def options_of(value: Iterable[Iterable[str]]) -> TopicOptions:
    """Of JSON: pairs of names and values."""
    return TopicOptions(tuple((name, text) for name, text in value))


def refuse_unknown(name: str) -> None:
    """
    Raises:
        InvalidParameterValue: 22023, there is no such option.

    """
    namespace, dot, _ = name.partition(".")
    if dot:
        raise InvalidParameterValue(f'unrecognized parameter namespace "{namespace}"')
    if name not in OPTIONS:
        raise InvalidParameterValue(
            f'unrecognized parameter "{name}"', hint=f"The parameters of a topic are {NAMES}."
        )


def refuse_dependent(options: TopicOptions, table: str, column: str, verb: str = "drop") -> None:
    """
    Raises:
        DependentObjectsStillExist: 2BP01, an option is about the column.

    """
    option = options.columns.get(column)
    if option is not None:
        raise DependentObjectsStillExist(
            f'cannot {verb} column "{column}" of table "{table}" because its option "{option}" is about it',
            hint=f"ALTER TABLE … RESET ({option}) first.",
        )
