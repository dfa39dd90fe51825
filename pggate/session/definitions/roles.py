"""
CREATE ROLE, ALTER ROLE, DROP ROLE: names, passwords and the superuser's mark.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported, InsufficientPrivilege, Notice, ObjectInUse, UndefinedObject
from pggate.session.statement.outcome import Done
from pggate.translate.commands import roles
from pggate.wire.scram_verifier import SALT_SIZE, make_verifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pggate.session.live.gateway import Gateway
    from pggate.session.statement.analysed import Analysed
    from pggate.session.statement.identity import Identity
    from pggate.session.statement.notices import Notices


class Roles:
    """
    Runs one session's statements about roles.  A role may change its own password; superusers may all.
    """

    def __init__(self, gateway: Gateway, identity: Identity, notices: Notices) -> None:
        self._gateway = gateway
        self._identity = identity
        self._notices = notices

    def create(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """CREATE ROLE | USER."""
        self._require_superuser("create")
        role = _supported(roles.role(analysed.statement.text))
        self._gateway.registry.create_role(
            role.name, _verifier(role.password), superuser=role.options.get("superuser", False)
        )
        self._gateway.mirror.follow()
        return Done("CREATE ROLE")

    def alter(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """ALTER ROLE | USER name PASSWORD 'p'."""
        role = _supported(roles.role(analysed.statement.text))
        name = self._identity.user if role.name in ("current_user", "session_user") else role.name
        if role.renamed or role.password is None or set(role.options) - {"login"}:
            raise FeatureNotSupported(
                "only the password of a role can be altered", hint="Use DROP and CREATE."
            )
        if name != self._identity.user:
            self._require_superuser("alter")
        self._gateway.registry.change_verifier(name, _verifier(role.password))
        self._gateway.password_changed(name)
        return Done("ALTER ROLE")

    def drop(self, analysed: Analysed, _parameters: Sequence[object]) -> Done:
        """DROP ROLE | USER."""
        self._require_superuser("drop")
        command = roles.drop_role(analysed.statement.text)
        for name in command.names:
            if name == self._identity.user:
                raise ObjectInUse("current user cannot be dropped")
            if self._gateway.registry.has_role(name):
                self._gateway.registry.drop_role(name)
            elif command.if_exists:
                self._notices.add(Notice(f'role "{name}" does not exist, skipping'))
            else:
                raise UndefinedObject(f'role "{name}" does not exist')
        self._gateway.mirror.follow()
        return Done("DROP ROLE")

    def _require_superuser(self, verb: str) -> None:
        if not self._identity.superuser:
            raise InsufficientPrivilege(
                f"permission denied to {verb} role", hint="Only a superuser can manage roles."
            )


def _verifier(password: str | None) -> str | None:
    return make_verifier(password, secrets.token_bytes(SALT_SIZE)) if password else None


def _supported(role: roles.Role) -> roles.Role:
    """
    Raises:
        FeatureNotSupported: An option that nothing here would keep.

    """
    unknown = [
        *role.others,
        *(name for name in role.options if name not in ("superuser", "login", "inherit")),
    ]
    if unknown or role.options.get("login") is False:
        raise FeatureNotSupported(
            f"role option {(unknown or ['nologin'])[0]} is not supported",
            hint="LOGIN, SUPERUSER and PASSWORD are.",
        )
    return role
