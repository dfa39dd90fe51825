from __future__ import annotations

import threading

import pytest

from pggate.errors import InvalidCatalogName, ObjectInUse
from pggate.session.live import presence
from pggate.session.live.presence import Presence, Visits


def test_nobody_enters_a_database_that_is_dropped() -> None:
    sessions = Presence()
    with sessions.kept_out("a"):
        sessions.enter("b")
        with pytest.raises(InvalidCatalogName, match='database "a" does not exist'):
            sessions.enter("a")
    sessions.enter("a")


def test_a_drop_that_fails_lets_them_in_again() -> None:
    sessions = Presence()
    with pytest.raises(OSError, match="disk"), sessions.kept_out("a"):
        raise OSError("disk")
    sessions.enter("a")


@pytest.mark.parametrize(
    ("count", "detail"),
    [
        (1, "There is 1 other session using the database."),
        (2, "There are 2 other sessions using the database."),
    ],
)
def test_in_use(monkeypatch: pytest.MonkeyPatch, count: int, detail: str) -> None:
    monkeypatch.setattr(presence, "LEAVING_SECONDS", 0.0)
    sessions = Presence()
    for _ in range(count):
        sessions.enter("a")
    message = 'database "a" is being accessed by other users'
    with pytest.raises(ObjectInUse, match=message) as caught, sessions.kept_out("a"):
        pass
    assert caught.value.detail == detail
    sessions.enter("a")  # a drop that was refused keeps nobody out


def test_who_leaves_is_waited_for() -> None:
    sessions = Presence()
    sessions.enter("a")
    leaving = threading.Timer(0.01, sessions.leave, ["a"])
    leaving.start()
    with sessions.kept_out("a"):
        pass
    leaving.join()


def test_visits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presence, "LEAVING_SECONDS", 0.0)
    sessions = Presence()
    visits = Visits(sessions, "home")
    visits.enter(["home", "a"])
    visits.enter(["a", "b"])
    for used in ("a", "b"):
        with pytest.raises(ObjectInUse), sessions.kept_out(used):
            pass
    with sessions.kept_out("home"):  # who counts that is the session itself
        pass
    visits.leave()
    visits.leave()
    for used in ("a", "b"):
        with sessions.kept_out(used), pytest.raises(InvalidCatalogName):
            visits.enter([used])
