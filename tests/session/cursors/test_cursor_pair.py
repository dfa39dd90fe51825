"""
Two cursors that are told the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.session.cursors.cursor_pair import CursorPair, set_variable
from pggate.session.settings.settings import Settings
from pggate.session.statement.identity import Identity

if TYPE_CHECKING:
    from pggate.engine.cursor import Cursor


class BinderCursor:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def set_search_path(self, path: object) -> None:
        self.told.append(path)

    def execute(self, sql: str) -> None:
        self.told.append(sql)

    def close(self) -> None:
        self.told.append("closed")


class EngineCursor(BinderCursor):
    def run(self, sql: str, parameters: object = None) -> None:
        self.told.append(sql if parameters is None else parameters)


IDENTITY = Identity("me", "sales", 7, superuser=False)


def settings(**parameters: str) -> Settings:
    made = Settings({})
    made.start(parameters)
    return made


def test_both_follow_what_changes_and_nothing_else() -> None:
    engine, binder = EngineCursor(), BinderCursor()
    pair = CursorPair(engine, binder, IDENTITY)  # type: ignore[arg-type]
    assert engine.told == [["sales"], ["me"], ["me"], [7]]
    of_session = settings(timezone="Asia/Kolkata")
    pair.follow(of_session, ("s", "public"))
    emulation = binder.told[0][-1]  # type: ignore[index]
    assert binder.told == [
        [("lake:sales", "s"), ("lake:sales", "public"), emulation],
        "SET TimeZone = 'Asia/Kolkata'",
    ]
    pair.follow(of_session, ("s", "public"))
    assert len(binder.told) == 2
    pair.follow(of_session, ())
    assert binder.told[2:] == [[("lake:sales", "main"), emulation]]
    pair.close()
    assert engine.told[-1] == binder.told[-1] == "closed"


def test_a_variable_of_any_value(cursor: Cursor) -> None:
    for value in ("it's", 7, ["a", 'b"'], []):
        set_variable(cursor, "pggate_test", value)
        assert cursor.rows("select getvariable('pggate_test')") == [(value,)]
