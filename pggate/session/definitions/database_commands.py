"""
CREATE DATABASE and DROP DATABASE: a lake that is made or removed, outside of any transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import ActiveSqlTransaction, InsufficientPrivilege, Notice, ObjectInUse
from pggate.session.statement.block import Block
from pggate.session.statement.outcome import Done
from pggate.translate.commands.databases import create_database, drop_database
from pggate.translate.texts.command_tags import command_tag
from pggate.translate.texts.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices
    from pggate.session.transactions.transaction import Transaction


class DatabaseCommands:
    """
    Runs one session's, if the role is a superuser.
    """

    def __init__(
        self, gateway: Gateway, identity: Identity, transaction: Transaction, notices: Notices
    ) -> None:
        self._gateway = gateway
        self._identity = identity
        self._transaction = transaction
        self._notices = notices

    def create(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """CREATE DATABASE [ IF NOT EXISTS ] name."""
        self._check_may_manage(Kind.CREATE_DATABASE)
        command = create_database(analysed.statement.text)
        if command.if_not_exists and command.name in self._gateway.mirror.catalog.databases:
            self._notices.add(Notice(f'database "{command.name}" already exists, skipping'))
        else:
            self._gateway.databases.create(command.name)
            self._gateway.mirror.follow()
        return Done(command_tag(Kind.CREATE_DATABASE))

    def drop(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """DROP DATABASE [ IF EXISTS ] name."""
        self._check_may_manage(Kind.DROP_DATABASE)
        command = drop_database(analysed.statement.text)
        if command.name == self._identity.database:
            raise ObjectInUse("cannot drop the currently open database")
        if command.if_exists and command.name not in self._gateway.mirror.catalog.databases:
            self._notices.add(Notice(f'database "{command.name}" does not exist, skipping'))
        else:
            with self._gateway.presence.kept_out(command.name):
                self._gateway.databases.drop(command.name)
                self._gateway.mirror.follow()
        return Done(command_tag(Kind.DROP_DATABASE))

    def _check_may_manage(self, kind: Kind) -> None:
        if not self._identity.superuser:
            raise InsufficientPrivilege(f"permission denied for {kind.value}")
        if self._transaction.block is not Block.NONE:
            raise ActiveSqlTransaction(f"{kind.value} cannot run inside a transaction block")
