"""
The parts of a statement with RETURNING or ON CONFLICT, each understood for itself.

The parts have the statement's parameters in common: what one tells of their types, the next ones know.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from pggate.errors import PgError
from pggate.session.cursors import enum_parameters
from pggate.session.queries.target_types import target_types
from pggate.session.statement.documents import document_parameters
from pggate.session.statement.parameter_types import castable, declared_types, parameter_oids
from pggate.session.statement.placing import placed_within
from pggate.translate.untyped import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pggate.engine.bound import Bound
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.queries.wording import Wording
    from pggate.session.statement.analysed import Understood
    from pggate.translate.syntax.edits import Rewritten
    from pggate.translate.texts.kinds import Kind
    from pggate.translate.texts.statements import Statement
    from pggate.translate.writing.returning import Clauses


class Understand(Protocol):
    """Understands one text."""

    def __call__(self, statement: Statement, known: dict[int, str], *, describe: bool) -> Understood: ...


class Parts:
    """
    One statement with such clauses, and what was understood of it so far.
    """

    def __init__(
        self,
        gateway: Gateway,
        cursors: Cursors,
        wording: Wording,
        understand: Understand,
        statement: Statement,
        found: Clauses,
        declared: Sequence[int],
    ) -> None:
        self.gateway = gateway
        self.cursors = cursors
        self.binder = cursors.binder
        self.wording = wording
        self.statement = statement
        self.found = found
        self._understand = understand
        self._declared = declared
        cast = enum_parameters.cast_parameters(statement.text, cursors.enums())
        self._types = cast | declared_types(declared, cursors.created_type)
        self._parts: list[Understood] = []

    def part(self, made: Rewritten, text: str, kind: Kind, *, describe: bool = False) -> Understood:
        """Understand a text that was made of the statement's, or the beginning of it."""
        statement = replace(self.statement, text=text, offset=0, kind=kind)
        with self.placed(), placed_within(made):
            part = self._understand(statement, self._types, describe=describe)
        self._types = {**part.types, **self._types}
        self._parts.append(part)
        return part

    @property
    def last(self) -> Understood:
        """What was understood at last."""
        return self._parts[-1]

    @property
    def bound(self) -> Bound | None:
        """What the first part is about, and what the others use."""
        first, *others = [part.bound for part in self._parts]
        if first is None or any(bound is None for bound in others):
            return None
        every = [first, *(bound for bound in others if bound is not None)]
        return replace(
            first,
            relations=frozenset().union(*(bound.relations for bound in every)),
            functions=frozenset().union(*(bound.functions for bound in every)),
            table_functions=frozenset().union(*(bound.table_functions for bound in every)),
            unknown=frozenset().union(*(bound.unknown for bound in every)),
        )

    def parameters(self) -> tuple[int, ...]:
        """The OIDs of the statement's parameters."""
        main = replace(self.statement, text=self.found.main)
        targets = target_types(self.cursors, main, self._parts[0].bound if self._parts else None)
        return parameter_oids(self.statement, self._declared, self._types, targets=targets)

    def types(self) -> dict[int, str]:
        """DuckDB's types of those that its texts cast."""
        return castable(self._types)

    def documents(self) -> dict[int, str]:
        """Its parameters that are documents to the client alone."""
        return document_parameters(self._types, self.parameters())

    def cast(self, text: str) -> str:
        """The text with its parameters cast to what they are."""
        return parameters.cast_parameters(text, castable(self._types)).text

    def without_parameters(self, text: str) -> str:
        """The text with NULLs of their types in the parameters' places."""
        return parameters.null_parameters(text, self._types).text

    @contextmanager
    def placed(self) -> Iterator[None]:
        """What fails in here with a position in the statement's text fails with one in the client's."""
        try:
            yield
        except PgError as error:
            if error.position is not None:
                error.position += self.statement.offset
            raise
