"""
GENERATED ALWAYS AS IDENTITY: a statement gives such a column no value of its own; COPY does (PostgreSQL 15,
CREATE TABLE, "GENERATED ... AS IDENTITY"; INSERT, "OVERRIDING SYSTEM VALUE").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.errors import FeatureNotSupported, PgError
from pggate.session.cursors.places import committed_columns, is_temporary
from pggate.translate.syntax import lexer
from pggate.translate.syntax.scan import Scan
from pggate.translate.texts.kinds import Kind
from pggate.translate.untyped import parameters
from pggate.translate.writing import changes, conflicts, insert, merges, returning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pggate.engine.bound import Bound
    from pggate.engine.definitions import Relation
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.translate.texts.statements import Statement
    from pggate.translate.writing.changes import Assignment
    from pggate.translate.writing.insert import Insert

WRITES: Final = (Kind.INSERT, Kind.UPDATE, Kind.MERGE)
ALWAYS: Final = "a"
"""pg_attribute.attidentity."""


def check_identities(gateway: Gateway, cursors: Cursors, statement: Statement, bound: Bound | None) -> None:
    """
    Args:
        statement: As the client wrote it.
        bound: What it does.

    Raises:
        PgError: 428C9, it gives a value to a column that is always generated.
        FeatureNotSupported: It gives one that is to be passed over.

    """
    if bound is None or len(bound.targets) != 1 or statement.kind not in WRITES:
        return
    (target,) = bound.targets
    identities = _identities(gateway, cursors, target.relation)
    if not identities:
        return
    if statement.kind is Kind.MERGE:
        _check_merge(cursors, statement.text, target.relation, identities)
    elif statement.kind is Kind.INSERT:
        parsed = insert.parse(statement.text)
        _check_insert(cursors, parsed, target.relation, identities)
        if parsed.conflict is not None:
            _check_assignments(conflicts.conflict(parsed.sql, parsed.conflict).assignments, identities)
    else:
        found = returning.clauses(statement.text, statement.kind)
        change = changes.update(statement.text if found is None else found.main)
        _check_assignments(change.assignments, identities)


def _identities(gateway: Gateway, cursors: Cursors, relation: Relation) -> dict[str, str]:
    """
    Of the columns that are identities attidentity, as the open transaction has them.
    """
    own = cursors.declaring.columns.get((relation.schema, relation.name), {})
    columns = committed_columns(gateway, cursors, relation)
    declared = {column.name: column.declared for column in columns} | own
    if is_temporary(relation):
        declared |= cursors.temporary.columns(relation.name)
    return {name: said.identity for name, said in declared.items() if said is not None and said.identity}


def _check_insert(cursors: Cursors, parsed: Insert, relation: Relation, identities: dict[str, str]) -> None:
    before = [token.word for token in lexer.tokens(parsed.sql[parsed.target.stop : parsed.source.start])]
    overriding = before[-2] if before[-3:-2] == ["overriding"] else ""
    if parsed.default_values or overriding == "system":
        return
    given = _given(cursors, parsed, parsed.columns or _columns(cursors, relation))
    for name in (name for name in given if name in identities):
        if overriding == "user":
            raise FeatureNotSupported(
                "OVERRIDING USER VALUE is not supported with values", hint=f'Leave out the column "{name}".'
            )
        if identities[name] == ALWAYS:
            raise _inserted(name)


def _inserted(name: str) -> PgError:
    return PgError(
        f'cannot insert a non-DEFAULT value into column "{name}"',
        sqlstate="428C9",
        detail=f'Column "{name}" is an identity column defined as GENERATED ALWAYS.',
        hint="Use OVERRIDING SYSTEM VALUE to override.",
    )


def _updated(name: str) -> PgError:
    return PgError(
        f'column "{name}" can only be updated to DEFAULT',
        sqlstate="428C9",
        detail=f'Column "{name}" is an identity column defined as GENERATED ALWAYS.',
    )


def _check_merge(cursors: Cursors, text: str, relation: Relation, identities: dict[str, str]) -> None:
    merge = merges.parse(text)
    columns = _columns(cursors, relation)
    for action in merge.actions if merge is not None else ():
        for value in action.values:
            name = value.column or columns[value.place]
            if identities.get(name) == ALWAYS and not value.is_default:
                if action.does == "update":
                    raise _updated(name)
                if action.insertion is not None and not action.insertion.overrides:
                    raise _inserted(name)


def _columns(cursors: Cursors, relation: Relation) -> tuple[str, ...]:
    name = qualified(relation.catalog, relation.schema, relation.name)
    return tuple(column.name for column in cursors.binder.columns(f"SELECT * FROM {name}"))


def _given(cursors: Cursors, parsed: Insert, names: Sequence[str]) -> list[str]:
    """The columns that get another value than DEFAULT."""
    scan = Scan(parsed.sql[parsed.source.start : parsed.source.stop])
    if scan.word == "values":
        return _given_by_rows(scan, names)
    if parsed.columns is not None:
        return list(names)
    query = parameters.null_parameters(parsed.query, {}).text
    return list(names[: len(cursors.binder.columns(query))])


def _given_by_rows(scan: Scan, names: Sequence[str]) -> list[str]:
    scan.expect("values")
    given: set[str] = set()
    while scan.word == "(":
        row = Scan(scan.parenthesised())
        for name in names:
            if row.ended:
                break
            if row.text_until(",").strip().lower() != "default":
                given.add(name)
            row.accept(",")
        scan.accept(",")
    return [name for name in names if name in given]


def _check_assignments(assignments: Iterable[Assignment], identities: dict[str, str]) -> None:
    for assignment in assignments:
        for name in assignment.columns:
            if identities.get(name) == ALWAYS and not assignment.is_default:
                raise _updated(name)
