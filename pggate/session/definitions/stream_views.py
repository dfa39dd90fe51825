"""
CREATE, ALTER and DROP VIEW in a database that is called something__stream: a view that can be kept up to date
is a live view there, and any other is computed when it is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported, Notice
from pggate.session.statement.outcome import Done
from pggate.session.statement.placing import placed_within
from pggate.session.statement.streams import is_streamed
from pggate.translate.commands.stream_view_commands import altered_view, created_view, dropped_views
from pggate.translate.texts.kinds import Kind
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pggate.session.analysis.analysis import Analyst
    from pggate.session.definitions.live_views import LiveViewCommands
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.statement.outcome import Outcome
    from pggate.session.transactions.transaction import Transaction
    from pggate.translate.commands.stream_view_commands import OfView

    Run = Callable[[Analysed, Sequence[object]], Outcome]


class StreamViews:
    """
    Runs one session's.

    Args:
        views: What runs those of live views.
        plain: What runs any of them that the engine has understood.

    """

    def __init__(
        self,
        identity: Identity,
        transaction: Transaction,
        notices: Notices,
        analyst: Analyst,
        views: LiveViewCommands,
        plain: Run,
    ) -> None:
        self._identity = identity
        self._transaction = transaction
        self._notices = notices
        self._analyst = analyst
        self._views = views
        self._plain = plain

    def run(self, analysed: Analysed, parameters: Sequence[object]) -> Outcome:
        """Any of the three."""
        if not is_streamed(self._identity.database, analysed.statement):
            return self._plain(analysed, parameters)
        text = analysed.statement.text
        with self._transaction.alone():
            if analysed.statement.kind is Kind.CREATE_VIEW:
                self._create(created_view(text), parameters)
            elif analysed.statement.kind is Kind.ALTER_VIEW:
                self._change(altered_view(text), parameters)
            else:
                for each in dropped_views(text):
                    self._change(each, parameters)
        return Done(analysed.statement.tag())

    def _create(self, command: OfView, parameters: Sequence[object]) -> None:
        is_live = self._views.is_live(command.name)
        if command.or_replace and is_live is False:
            self._say_plain(command, "A view that is computed when it is read is replaced by one.", None)
            self._run_plain(command, parameters)
            return
        try:
            self._create_live(command, parameters)
        except FeatureNotSupported as refusal:
            if is_live:
                raise
            self._say_plain(command, f"{refusal.message[:1].upper()}{refusal.message[1:]}.", refusal.hint)
            self._run_plain(command, parameters)
        else:
            self._notices.add(
                Notice(
                    f'view "{command.name[-1]}" is kept up to date as its topics change',
                    detail="It is a live view.",
                )
            )

    def _create_live(self, command: OfView, parameters: Sequence[object]) -> None:
        if command.is_of_view:
            raise FeatureNotSupported("a live view takes neither RECURSIVE nor WITH CHECK OPTION")
        self._run_live(command, self._views.create, parameters)

    def _say_plain(self, command: OfView, why: str, hint: str | None) -> None:
        said = f'view "{command.name[-1]}" is computed when it is read'
        self._notices.add(Notice(said, detail=why, hint=hint))

    def _change(self, command: OfView, parameters: Sequence[object]) -> None:
        if not self._views.is_live(command.name):
            self._run_plain(command, parameters)
        else:
            is_drop = command.text.lower().startswith("drop")
            self._run_live(command, self._views.drop if is_drop else self._views.alter, parameters)

    def _run_plain(self, command: OfView, parameters: Sequence[object]) -> None:
        (statement,) = split(command.text)
        self._plain(self._analyst.analyse_plain(statement), parameters)

    def _run_live(self, command: OfView, run: Run, parameters: Sequence[object]) -> None:
        (statement,) = split(command.live.text)
        with placed_within(command.live):
            run(self._analyst.analyse(statement, describe=False), parameters)
