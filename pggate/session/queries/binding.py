"""
A statement bound on the session's binder: what it touches, and the types of its parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.unbindable import ParameterTypeUnknown
from pggate.errors import DatatypeMismatch, PgError
from pggate.lake.catalogs import alias
from pggate.session.cursors.cursors import stand_in
from pggate.session.cursors.places import table_name
from pggate.session.statement import inference
from pggate.translate.definitions import views
from pggate.translate.dialect import travel
from pggate.translate.syntax import lexer
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.catalog.mirror import Mirror
    from pggate.engine.bound import Bound
    from pggate.session.columns.describing import Describer
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.statement.identity import Identity
    from pggate.translate.texts.statements import Statement

READS: Final = frozenset({Kind.SELECT, Kind.SUMMARIZE, Kind.DESCRIBE, Kind.PIVOT, Kind.UNPIVOT})
"""What a superuser may run although the binder cannot tell what it does: a query changes no lake."""


_NO_OPERATOR: Final = ("operator does not exist", "function array_extract(")
"""A subscript is a function to the engine."""


class Binding:
    """
    Binds the statements of one session.
    """

    def __init__(self, mirror: Mirror, identity: Identity, cursors: Cursors, describer: Describer) -> None:
        self._mirror = mirror
        self._identity = identity
        self._cursors = cursors
        self._describer = describer

    def bind(self, statement: Statement, known: dict[int, str]) -> tuple[Bound | None, dict[int, str]]:
        """
        What the statement touches and the types of all its parameters.

        None for a query of a superuser's that the binder cannot tell about: it reads files, or snapshots.
        """
        types = inference.parameter_types(self._cursors.binder, statement, known)
        text = views.as_table(travel.without_travel(statement.text), statement.kind)
        try:
            bound = self._bind_standing_in(statement.kind, text, types)
        except ParameterTypeUnknown:
            types = {**dict.fromkeys(statement.parameters, inference.TEXT), **types}
            bound = inference.bind_typed(self._cursors.binder, text, types)
        except PgError as error:
            # with NULLs in the parameters' places the engine may take what it will refuse of their values
            is_refused = bool(statement.parameters) and _is_of_types(error)
            if is_refused or statement.kind not in READS or not self._identity.superuser:
                raise
            types = {**dict.fromkeys(statement.parameters, inference.TEXT), **types}
            # A name that the engine does not know either is said before it runs, and costs no transaction.
            self._describer.columns(statement.text, types, None)
            return None, types
        return bound, {**bound.parameters, **types}

    def _bind_standing_in(self, kind: Kind, text: str, types: Mapping[int, str]) -> Bound:
        """A view that does not bind any more is not on the binder, and can still be dropped and altered."""
        broken = self._broken_views(text) if kind in views.KINDS else []
        if not broken:
            return inference.bind(self._cursors.binder, text, types)
        with self._cursors.standing_in(map(stand_in, broken)):
            return inference.bind(self._cursors.binder, text, types)

    def _broken_views(self, text: str) -> list[str]:
        """Those that a statement about one database may mean."""
        named = {token.name for token in lexer.tokens(text) if token.is_name}
        catalog = self._mirror.catalog
        others = [name for name in catalog.databases if alias(name) in named]
        return [
            table_name(view)
            for view in catalog.broken_views(others[0] if others else self._identity.database)
            if view.name in named
        ]


def _is_of_types(error: PgError) -> bool:
    """Is it refused for the types of what stands together?"""
    return isinstance(error, DatatypeMismatch) or error.message.startswith(_NO_OPERATOR)
