"""
What is known of an INSERT of one row, whatever its client declares the parameters as that are alone in their
items (translate/writing/lone_parameters.py).

Drivers declare what each value is: psycopg an integer by its size, and a NULL as nothing, so that rows of one
INSERT come with as many combinations of types as there are kinds of rows.  Each item of VALUES is understood
without regard to the others.  So what one combination made of a parameter (its cast, its OID) and another one
of another parameter is together what both of them make of the statement.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from pggate.translate.types.enum_casts import cast
from pggate.translate.writing.lone_parameters import divided, joined

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from pggate.session.statement.analysed import Analysed, Steps
    from pggate.translate.writing.lone_parameters import Pieces


class Lone(NamedTuple):
    """
    What the declared type of one parameter makes of it.

    Args:
        cast: What stands in the engine's texts.
        oid: What the client is told.
        of_type: DuckDB's type in that cast, if there is one.
        document: See Analysed.documents.

    """

    cast: str
    oid: int
    of_type: str | None
    document: str | None


@dataclass(frozen=True, slots=True)
class RowAnalysis:
    """
    Args:
        analysed: With one combination of declared types.
        alone: The numbers of the lone parameters.
        texts: The engine's text and those of the steps, divided at the lone parameters.
        known: What became of lone parameters, by number and declared OID.

    """

    analysed: Analysed
    alone: Collection[int]
    texts: tuple[Pieces, ...]
    known: dict[tuple[int, int], Lone]

    @classmethod
    def of(cls, found: Analysed, alone: Collection[int], declared: Sequence[int]) -> RowAnalysis | None:
        """
        None where more than a cast hangs on what a parameter is.

        Args:
            found: The statement as it was analysed.
            alone: The numbers of its lone parameters.
            declared: The OIDs that the client gave, with which it was analysed.

        """
        if found.bound is None or found.parts or found.common:
            return None
        known = {(number, _oid(declared, number)): _lone(found, number) for number in alone}
        casts = {number: lone.cast for (number, _), lone in known.items()}
        texts = [divided(text, casts) for text in _texts(found)]
        whole = tuple(pieces for pieces in texts if pieces is not None)
        return cls(found, alone, whole, known) if len(whole) == len(texts) else None

    def learn(self, other: RowAnalysis) -> None:
        """
        The same statement was analysed with another combination; what is not alike in both is not known.
        """
        if other.texts == self.texts and _rest(other.analysed) == _rest(self.analysed):
            self.known.update(other.known)

    def declared(self, declared: Sequence[int]) -> Analysed | None:
        """
        The statement with this combination; None where one of the parameters was never declared so.
        """
        told: dict[int, Lone] = {}
        for number in self.alone:
            one = self.known.get((number, _oid(declared, number)))
            if one is None:
                return None
            told[number] = one
        casts = {number: one.cast for number, one in told.items()}
        text, *others = (joined(pieces, casts) for pieces in self.texts)
        known, steps = self.analysed, self.analysed.steps
        return replace(
            known,
            text=text,
            parameters=tuple(
                told[number].oid if number in told else oid
                for number, oid in enumerate(known.parameters, start=1)
            ),
            types=_merged(known.types, {number: one.of_type for number, one in told.items()}),
            documents=_merged(known.documents, {number: one.document for number, one in told.items()}),
            steps=None if steps is None else _with_texts(steps, others),
        )


def _lone(found: Analysed, number: int) -> Lone:
    of_type = found.types.get(number)
    return Lone(
        f"${number}" if of_type is None else cast(f"${number}", of_type),
        found.parameters[number - 1],
        of_type,
        found.documents.get(number),
    )


def _oid(declared: Sequence[int], number: int) -> int:
    return declared[number - 1] if number <= len(declared) else 0


def _texts(found: Analysed) -> tuple[str, ...]:
    steps = found.steps
    if steps is None:
        return (found.text,)
    about_changes = steps.chosen, steps.applied, steps.removed, steps.inserted, steps.twice, steps.alike
    return found.text, steps.answer, steps.row, *about_changes


def _with_texts(steps: Steps, texts: Sequence[str]) -> Steps:
    answer, row, chosen, applied, removed, inserted, twice, alike = texts
    return replace(
        steps,
        answer=answer,
        chosen=chosen,
        applied=applied,
        removed=removed,
        inserted=inserted,
        twice=twice,
        alike=alike,
        row=row,
    )


def _rest(found: Analysed) -> tuple[object, ...]:
    """What has to be alike, whatever the parameters are."""
    bound = found.bound
    about = None if bound is None else (bound.kind, bound.relations, bound.targets, bound.table_functions)
    return about, found.columns, found.notices, _flags(found.steps)


def _flags(steps: Steps | None) -> tuple[bool, ...] | None:
    return None if steps is None else (steps.reads, steps.waits)


def _merged(known: Mapping[int, str], others: Mapping[int, str | None]) -> dict[int, str]:
    return {number: text for number, text in {**known, **others}.items() if text is not None}
