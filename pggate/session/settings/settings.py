"""
A session's settings: what SET, SHOW, RESET and start-up parameters read and write.

Which ones there are is the table of `gucs`.  Changes made in a transaction are undone when it rolls back, SET
LOCAL's at its end (PostgreSQL 15, SQL command SET).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidParameterValue, UndefinedObject
from pggate.session.settings.guc_values import milliseconds
from pggate.session.settings.gucs import CHARACTERISTICS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class State:
    """
    What the settings were at some moment of a transaction.
    """

    values: Mapping[str, str]
    local: Mapping[str, str]


class Settings:
    """
    One session's values.

    `begin`, `commit` and `rollback` follow the session's transaction, `state` and `restore` its savepoints.
    """

    def __init__(self, fixed: Mapping[str, str]) -> None:
        self._reset: dict[str, str] = {name: row.default for name, row in SETTINGS.items()}
        self._reset.update({name.lower(): value for name, value in fixed.items()})
        self._values = dict(self._reset)
        self._before: dict[str, str] | None = None
        self._local: dict[str, str] = {}
        self._told: dict[str, str] = {}
        self.version = 0
        """Moves with every change, so that who derives something from the settings knows when to again."""
        self.asked_at = 0
        """When the client's latest message came: microseconds since 1970-01-01 UTC."""

    def start(self, parameters: Mapping[str, str]) -> None:
        """
        Take start-up parameters: they become what RESET returns to (PostgreSQL 15, 20.1.4).
        """
        for name, value in parameters.items():
            self.set(name, value)
        self._reset = dict(self._values)

    def show(self, name: str) -> str:
        """
        Raises:
            UndefinedObject: There is no such setting.

        """
        try:
            return self._values[name.lower()]
        except KeyError:
            raise _unrecognized(name) from None

    def spelled(self, name: str) -> str:
        """The setting's name as PostgreSQL spells it."""
        row = SETTINGS.get(name.lower())
        return row.name if row else name.lower()

    def set(self, name: str, value: str, *, local: bool = False) -> None:
        """
        SET [LOCAL] name TO value.

        Raises:
            UndefinedObject: Unknown, and not of the form `extension.name`.
            InvalidParameterValue: The setting does not take this value.
            FeatureNotSupported: PostgreSQL would take it, pggate has only one.

        """
        row = SETTINGS.get(name.lower())
        if row is None and "." not in name:
            raise _unrecognized(name)
        if row is not None and row.fixed:
            raise InvalidParameterValue(f'parameter "{row.name}" cannot be changed', sqlstate="55P02")
        kept = row.check(row.name, value) if row else value
        self._keep(name.lower(), kept, local=local)

    def set_to_default(self, name: str, *, local: bool = False) -> None:
        """SET [LOCAL] name TO DEFAULT; what an extension might have is made, and empty."""
        default = self._reset.get(name.lower(), "")
        self.set(name, default, local=local)

    def reset(self, name: str) -> None:
        """RESET name: back to the session's start."""
        if name.lower() not in self._values:
            raise _unrecognized(name)
        self._keep(name.lower(), self._reset.get(name.lower(), ""), local=False)

    def reset_all(self) -> None:
        """RESET ALL: all but what the running transaction began with (PostgreSQL's GUC_NO_RESET_ALL)."""
        for name in self._values.keys() - set(CHARACTERISTICS):
            self._keep(name, self._reset.get(name, ""), local=False)

    def begin(self) -> None:
        """A transaction block starts: changes from here on can be undone."""
        self._before = dict(self._values)
        self._local = {}
        self._follow_defaults()

    def commit(self) -> None:
        """The transaction's changes stay, those of SET LOCAL and of the transaction itself go."""
        if self._before is None:
            return
        kept = {**self._values, **self._local}
        self._leave(kept)

    def rollback(self) -> None:
        """Everything set since `begin` is undone."""
        if self._before is not None:
            self._leave(self._before)

    def state(self) -> State:
        """SAVEPOINT: what `restore` will want."""
        return State(dict(self._values), dict(self._local))

    def restore(self, state: State) -> None:
        """ROLLBACK TO: everything set since is undone."""
        self._replace(state.values)
        self._local = dict(state.local)

    def take_reports(self) -> Iterator[tuple[str, str]]:
        """
        (name, value) of every reported setting whose value is not the one last told; at first of all of them.
        """
        for key in _REPORTED:
            value = self._values[key]
            if self._told.get(key) != value:
                self._told[key] = value
                yield SETTINGS[key].name, value

    def all(self) -> Iterator[tuple[str, str]]:
        """(name, value) of every setting, by name."""
        return ((self.spelled(name), value) for name, value in sorted(self._values.items()))

    @property
    def statement_timeout(self) -> float:
        """In seconds; 0 for none."""
        return milliseconds(self._values["statement_timeout"]) / 1000

    @property
    def lock_timeout(self) -> float:
        """In seconds; 0 for none."""
        return milliseconds(self._values["lock_timeout"]) / 1000

    def _keep(self, name: str, value: str, *, local: bool) -> None:
        if local:
            if self._before is None:
                return  # outside a transaction SET LOCAL has no effect; the session warns
            self._local.setdefault(name, self._values.get(name, ""))
        else:
            self._local.pop(name, None)
        self._change(name, value)
        if self._before is None:
            self._follow_defaults()

    def _change(self, name: str, value: str) -> None:
        if self._values.get(name) == value:
            return
        self._values[name] = value
        self.version += 1

    def _leave(self, values: Mapping[str, str]) -> None:
        self._before = None
        self._local = {}
        self._replace(values)
        self._follow_defaults()

    def _replace(self, values: Mapping[str, str]) -> None:
        for name in self._values.keys() - values.keys():
            del self._values[name]
            self.version += 1
        for name, value in values.items():
            self._change(name, value)

    def _follow_defaults(self) -> None:
        """Outside of a transaction its characteristics are those of the next one."""
        for name in CHARACTERISTICS:
            self._change(name, self._values[f"default_{name}"])


_REPORTED: Final = sorted(key for key, row in SETTINGS.items() if row.reported)
"""In the order in which PostgreSQL tells them."""


def _unrecognized(name: str) -> UndefinedObject:
    return UndefinedObject(f'unrecognized configuration parameter "{name}"')
