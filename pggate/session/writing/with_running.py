"""
Runs a statement with queries in its WITH clause that change rows (PostgreSQL 15, 7.8.4).

All of them read the snapshot from before: each goes through its first phase, in their order, and its
RETURNING rows are put into a table, which is how others see what it does.  Then each writes.
"""

from __future__ import annotations

from contextlib import ExitStack
from itertools import combinations
from typing import TYPE_CHECKING, Final

from pggate.engine.names import qualified
from pggate.errors import FeatureNotSupported
from pggate.session.clauses.staging import STAGE
from pggate.session.clauses.temporary_tables import for_a_while
from pggate.session.cursors.places import lake_of, target_of, topic_ids
from pggate.session.statement.outcome import Done
from pggate.session.statement.phases import finish
from pggate.session.writing.returning import answered
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing.chosen import CHANGED, place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.session.cursors.cursors import Cursors
    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.outcome import Outcome
    from pggate.session.statement.phases import Phases
    from pggate.session.transactions.transaction import Transaction
    from pggate.session.writing.writing import Writing

TABLES: Final = (STAGE, CHANGED)
"""What a statement that writes has between its phases."""


class WithRunning:
    """
    Runs such statements of one session.
    """

    def __init__(
        self, gateway: Gateway, cursors: Cursors, transaction: Transaction, writing: Writing
    ) -> None:
        self._gateway = gateway
        self._cursors = cursors
        self._transaction = transaction
        self._writing = writing

    def run(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """
        Raises:
            FeatureNotSupported: 0A000, two of them change one row or, with ON CONFLICT, perhaps one key.
            PgError: One of them failed.

        """
        with self._transaction.alone(), ExitStack() as ending:
            self._transaction.will_define()
            self._transaction.keys.refuse()
            self._take_gates(analysed)
            self._transaction.enter()
            waiting: list[tuple[Analysed, Phases]] = []
            for query in analysed.common:
                self._begin(query.analysed, parameters, waiting, ending)
                if query.rows:
                    rows = f"AS {query.rows}"
                    ending.enter_context(for_a_while(self._cursors.lake, query.table, rows, parameters))
                self._put_aside(len(waiting))
            if analysed.statement.kind is Kind.SELECT:
                store = self._gateway.engine.store
                outcome: Outcome = answered(self._cursors.lake, store, analysed, analysed.text, parameters)
            else:
                outcome = self._begin(analysed, parameters, waiting, ending)
                self._put_aside(len(waiting))
            self._refuse_twice([one for one, _ in waiting])
            for number, (_, phases) in enumerate(waiting, start=1):
                self._put_back(number)
                finish(phases)
        return outcome

    def _take_gates(self, analysed: Analysed) -> None:
        """All at once, before the snapshot is read."""
        relations = [target_of(one.bound).relation for one in analysed.every if _changes(one)]
        wanted = {topic for relation in relations for topic in topic_ids(self._gateway, relation)}
        for relation in relations:
            lake = lake_of(self._gateway, relation)
            if lake is not None:
                self._transaction.will_change(lake, relation, wanted)

    def _begin(
        self,
        analysed: Analysed,
        parameters: Sequence[object],
        waiting: list[tuple[Analysed, Phases]],
        ending: ExitStack,
    ) -> Outcome:
        """The first phase of what writes."""
        if analysed.statement.kind is Kind.SELECT:
            return Done("")
        phases = self._writing.phases(analysed, parameters)
        ending.callback(phases.close)
        waiting.append((analysed, phases))
        return next(phases)

    def _put_aside(self, number: int) -> None:
        for name in TABLES:
            self._cursors.lake.run(f"ALTER TABLE IF EXISTS {name} RENAME TO {_aside(name, number)}")

    def _put_back(self, number: int) -> None:
        for name in TABLES:
            own = name.rpartition(".")[2]
            self._cursors.lake.run(f"ALTER TABLE IF EXISTS temp.main.{_aside(name, number)} RENAME TO {own}")

    def _refuse_twice(self, writing: Sequence[Analysed]) -> None:
        """PostgreSQL does one of two changes of a row, and does not say which."""
        changing = [(number, one) for number, one in enumerate(writing, start=1) if _changes(one)]
        for (first, one), (second, other) in combinations(changing, 2):
            relation = target_of(one.bound).relation
            if relation != target_of(other.bound).relation:
                continue
            if self._is_twice(first, second) or self._keys_move((first, one), (second, other)):
                name = qualified(relation.name)
                raise FeatureNotSupported(
                    f"two parts of the statement change one row of {name}",
                    hint="Change it in one of them, or in a statement of its own.",
                )

    def _is_twice(self, first: int, second: int) -> bool:
        """Is a row in both tables of changes?"""
        tables = (f"temp.main.{_aside(CHANGED, number)}" for number in (first, second))
        columns = [column for column in (place(1), place(2)) if self._has(first, column)]
        query = f"SELECT 1 FROM {' JOIN '.join(tables)} USING ({', '.join(columns)}) LIMIT 1"
        return bool(self._cursors.lake.rows(query))

    def _keys_move(self, *two: tuple[int, Analysed]) -> bool:
        """
        May an INSERT ... ON CONFLICT meet another key than the one it has looked up?  PostgreSQL looks when
        it writes: a key that was deleted is free, one that was updated is taken.
        """
        for (number, one), (others, other) in (two, two[::-1]):
            if one.statement.kind is not Kind.INSERT or not self._count(CHANGED, others):
                continue
            proposed = self._count(STAGE, number)
            left = proposed - self._count(CHANGED, number)  # conflicts, perhaps with what is deleted
            if left if other.statement.kind is Kind.DELETE else proposed:
                return True
        return False

    def _count(self, name: str, number: int) -> int:
        ((count,),) = self._cursors.lake.rows(f"SELECT count(*) FROM temp.main.{_aside(name, number)}")
        return int(count)

    def _has(self, number: int, column: str) -> bool:
        cursor = self._cursors.lake
        with cursor.run(f"SELECT * FROM temp.main.{_aside(CHANGED, number)} LIMIT 0") as result:
            return column.strip('"') in {each.name for each in result.columns}


def _changes(analysed: Analysed) -> bool:
    """Does it change rows that are there?"""
    return analysed.steps is not None and bool(analysed.steps.chosen)


def _aside(name: str, number: int) -> str:
    return f'{name.rpartition(".")[2].rstrip(chr(34))} of {number}"'
