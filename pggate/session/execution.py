"""
Runs an analysed statement: one table, kind → what runs it.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

from pggate.catalog.emulation import DATABASE
from pggate.errors import InternalError, Notice, PgError
from pggate.session.columns.describing import asks_for_time, reads_catalog, reads_catalogs
from pggate.session.commands.calling import Calling
from pggate.session.commands.explaining import Explaining
from pggate.session.commands.fetching import Fetching
from pggate.session.commands.locking import Locking
from pggate.session.copying.copying import Copying
from pggate.session.cursors.places import databases_of
from pggate.session.cursors.results import carried
from pggate.session.definitions.composite_types import CompositeTypes
from pggate.session.definitions.database_commands import DatabaseCommands
from pggate.session.definitions.defining import Defining
from pggate.session.definitions.enums import Enums
from pggate.session.definitions.explained_live_views import ExplainedLiveViews
from pggate.session.definitions.indexing import Indexing
from pggate.session.definitions.live_views import LiveViewCommands
from pggate.session.definitions.own_definitions import OwnDefinitions
from pggate.session.definitions.roles import Roles
from pggate.session.definitions.sequences import Sequences
from pggate.session.definitions.stream_views import StreamViews
from pggate.session.queries.fresh_views import FreshViews
from pggate.session.statement.outcome import Done, Rows
from pggate.session.statement.streams import STREAMED
from pggate.session.statement.utilities import ACCEPTED, DONE, refusal
from pggate.session.writing.not_null import name_column
from pggate.session.writing.returning import result_of
from pggate.session.writing.with_running import WithRunning
from pggate.session.writing.writing import Writing
from pggate.translate.commands.sequence_commands import as_sequence
from pggate.translate.texts.kinds import CURSORS, DEFINITIONS, Kind, defines
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

    from pggate.engine.cursor import Cursor
    from pggate.engine.result import Result
    from pggate.session.analysis.analysis import Analyst
    from pggate.session.commands.commands import Commands
    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.activity import Activity
    from pggate.session.live.gateway import Gateway
    from pggate.session.live.portals import Portals
    from pggate.session.live.presence import Visits
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Column, Outcome
    from pggate.session.transactions.transaction import Transaction

    Run = Callable[[Analysed, Sequence[object]], Outcome]

COUNTING: Final = frozenset({"topics", "pg_stat_user_tables", "pg_stat_all_tables", "statistics"})
"""
Relations of the emulation that show how much a topic holds, counted when they are asked.  The last is what
functions read, as pg_table_size() does.
"""

RECEIPTS: Final = "receipts"
"""Those of the last seconds are copied when they are asked for."""

CHANGES: Final = (Kind.UPDATE, Kind.DELETE, Kind.MERGE, Kind.TRUNCATE)


class Execution:
    """
    Runs one session's statements.
    """

    def __init__(
        self,
        gateway: Gateway,
        identity: Identity,
        cursors: Cursors,
        transaction: Transaction,
        analyst: Analyst,
        notices: Notices,
        commands: Commands,
        visits: Visits,
        portals: Portals,
        activity: Activity,
    ) -> None:
        self._gateway = gateway
        self._analyst = analyst
        self._cursors = cursors
        self._transaction = transaction
        self._notices = notices
        self._commands = commands
        self._visits = visits
        self._activity = activity
        self._fetching = Fetching(transaction, portals)
        self._fresh_views = FreshViews(gateway, identity, cursors, transaction)
        self._own_definitions = OwnDefinitions(gateway, cursors)
        writing = Writing(gateway, cursors, transaction)
        self._with_queries = WithRunning(gateway, cursors, transaction, writing)
        defining = Defining(gateway, cursors, transaction, notices, analyst)
        indexing = Indexing(gateway, identity, cursors, transaction, analyst, notices, defining.define)
        enums = Enums(gateway, identity, cursors, transaction, notices)
        types = CompositeTypes(gateway, identity, cursors, transaction, notices, analyst, enums)
        sequences = Sequences(gateway, identity, cursors, transaction, notices)
        views = LiveViewCommands(gateway, identity, cursors, transaction, notices, analyst)
        streams = StreamViews(identity, transaction, notices, analyst, views, self._together(defining))
        roles = Roles(gateway, identity, notices)
        databases = DatabaseCommands(gateway, identity, transaction, notices)
        live_view = ExplainedLiveViews(gateway, identity, cursors).lines
        explaining = Explaining(cursors, transaction, analyst, live_view, self._visit)
        copying = Copying(gateway, identity, cursors, transaction, analyst, self._rows, self._visit)
        self._runs: dict[Kind, Run] = {
            Kind.SELECT: self._select,
            Kind.EXPLAIN: explaining.explain,
            Kind.INSERT: writing.insert,
            Kind.COPY: copying.copy,
            Kind.CREATE_DATABASE: databases.create,
            Kind.DROP_DATABASE: databases.drop,
            Kind.CREATE_ROLE: roles.create,
            Kind.ALTER_ROLE: roles.alter,
            Kind.DROP_ROLE: roles.drop,
            **dict.fromkeys(CHANGES, self._alone(writing.change)),
            **dict.fromkeys(DEFINITIONS, self._together(defining)),
            **dict.fromkeys(DONE, self._done),
            **dict.fromkeys(ACCEPTED, self._accepted),
            Kind.CREATE_INDEX: self._alone(indexing.create),
            Kind.DROP_INDEX: self._alone(indexing.drop),
            Kind.ALTER_INDEX: self._alone(indexing.alter),
            Kind.CALL: Calling(gateway, identity, transaction, cursors).call,
            Kind.LOCK: Locking(gateway, transaction, analyst).lock,
            Kind.CREATE_TYPE: self._alone(types.create),
            Kind.ALTER_TYPE: self._alone(types.alter),
            Kind.DROP_TYPE: self._alone(types.drop),
            Kind.CREATE_SEQUENCE: self._alone(sequences.create),
            Kind.ALTER_SEQUENCE: self._alone(sequences.alter),
            Kind.DROP_SEQUENCE: self._alone(sequences.drop),
            Kind.CREATE_MATERIALIZED_VIEW: self._alone(views.create),
            Kind.ALTER_MATERIALIZED_VIEW: self._alone(views.alter),
            Kind.DROP_MATERIALIZED_VIEW: self._alone(views.drop),
            Kind.REFRESH_MATERIALIZED_VIEW: self._alone(views.refresh),
            **dict.fromkeys(STREAMED, streams.run),
        }

    def run(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """
        Raises:
            PgError: It failed, or is refused.

        """
        kind = analysed.statement.kind
        if kind in self._commands.kinds:
            return self._commands.run(analysed, self.run)
        if kind in CURSORS:
            return self._fetching.run(analysed, parameters, self.run)
        run = self._with_queries.run if analysed.common else self._runs.get(kind)
        if run is None:
            raise refusal(kind)
        if defines(kind):
            self._cursors.forget_analyses()
        self._transaction.understood_as_of = analysed.as_of
        with self._transaction.executing(kind.value):
            try:
                self._visit(analysed)
                self._fresh_views.wait(analysed)
                return run(analysed, parameters)
            except PgError as error:
                name_column(error, analysed.bound)
                raise analysed.placed(error) from error
            finally:
                if defines(kind):
                    self._cursors.forget_analyses()

    def _visit(self, analysed: Analysed) -> None:
        """What the statement uses is not dropped before its transaction has ended."""
        for part in analysed.every:
            self._activity.use(part.statement.kind, part.bound)
            databases = databases_of(part.bound)
            self._visits.enter(databases)
            for name in databases:
                self._gateway.databases.find(name)  # a moment ago it was there

    def _alone(self, run: Run) -> Run:
        """Outside a block, a statement that writes is a transaction of its own."""

        def in_transaction(analysed: Analysed, parameters: Sequence[object]) -> Outcome:
            with self._transaction.alone():
                outcomes = [run(part, parameters) for part in analysed.parts or (analysed,)]
            return Done(analysed.statement.tag(0)) if analysed.parts else outcomes[0]

        return in_transaction

    def _together(self, defining: Defining) -> Run:
        """Definitions: the parts of one know of each other."""
        alone = self._alone(defining.define)

        def run(analysed: Analysed, parameters: Sequence[object]) -> Outcome:
            if defining.is_about_sequence(analysed):
                (statement,) = split(as_sequence(analysed.statement.text))
                self.run(self._analyst.analyse(statement, describe=False), parameters)
                return Done(analysed.statement.tag())
            with defining.together(analysed):
                return alone(analysed, parameters)

        return run

    def _rows(self, analysed: Analysed, parameters: Sequence[object]) -> Rows:
        """Of a statement within another that is known to return some."""
        self._fresh_views.wait(analysed)
        run = self._with_queries.run if analysed.common else self._runs[analysed.statement.kind]
        outcome = run(analysed, parameters)
        if not isinstance(outcome, Rows):
            raise InternalError("a statement that returns rows returned none")
        return outcome

    def _bring_up_to_date(self, names: AbstractSet[str]) -> None:
        """What the emulation shows and does not follow all the time."""
        if names & COUNTING:
            self._gateway.mirror.measure()
        if RECEIPTS in names:
            self._gateway.databases.copy_receipts()

    def _select(self, analysed: Analysed, parameters: Sequence[object]) -> Rows:
        self._transaction.enter()
        if analysed.bound is not None:
            read = analysed.bound.relations
            self._bring_up_to_date({relation.name for relation in read if relation.catalog == DATABASE})
        cursor = self._reader(analysed)
        columns = analysed.columns
        if columns is not None:
            result = result_of(cursor, analysed.text, parameters, columns)
        else:
            result, columns = self._named(cursor, analysed, parameters)
        return Rows(columns, result.next_batch, analysed.statement.tag, result.close)

    def _reader(self, analysed: Analysed) -> Cursor:
        """The session's cursor; for catalogs alone one that shows what the session sees besides everybody."""
        if reads_catalog(analysed.bound):
            self._show_structs()
        has_own = self._transaction.changed_catalog or self._cursors.has_temporary
        if not reads_catalogs(analysed.bound) or (asks_for_time(analysed.bound) and not has_own):
            return self._cursors.lake
        own = self._cursors.own_catalog
        if has_own:
            definitions = self._transaction.definitions, self._cursors.temporary_definitions
            own.show(definitions, self._own_definitions.database)
        return own.cursor(self._cursors.schemas())

    def _show_structs(self) -> None:
        """To the catalogs the composite types that clients were told of since the last time."""
        known, database = self._gateway.caches.struct_types, self._cursors.database
        if known.version:
            self._gateway.mirror.show_structs(database, known.version, lambda: known.of(database))

    def _named(
        self, cursor: Cursor, analysed: Analysed, parameters: Sequence[object]
    ) -> tuple[Result, tuple[Column, ...]]:
        """The result of a query whose columns nobody has asked for before it ran."""
        result = cursor.run(analysed.text, parameters)
        with ExitStack() as failing:
            failing.callback(result.close)
            columns = self._analyst.named(analysed.text, result.columns, analysed.bound)
            failing.pop_all()
        wanted = carried(analysed.text, columns, result.columns)
        if wanted != analysed.text:
            result.close()
            result = cursor.run(wanted, parameters)
        return result, columns

    def _done(self, analysed: Analysed, _parameters: Sequence[object]) -> Outcome:
        return Done(analysed.statement.tag())

    def _accepted(self, analysed: Analysed, _parameters: Sequence[object]) -> Outcome:
        self._notices.add(Notice(ACCEPTED[analysed.statement.kind], sqlstate="01000"))
        return Done(analysed.statement.tag())
