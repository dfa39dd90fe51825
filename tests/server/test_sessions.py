from __future__ import annotations

import threading

import pytest

from pggate.errors import PgError, TooManyConnections
from pggate.server.sessions import MOST_PID, Sessions


class Running:
    """
    A session that counts what stops it.
    """

    def __init__(self) -> None:
        self.reasons: list[PgError] = []

    def interrupt(self, reason: PgError) -> None:
        self.reasons.append(reason)


def test_a_key_finds_its_session() -> None:
    sessions = Sessions(2)
    one, other = Running(), Running()
    pid, secret = sessions.add(one)
    sessions.add(other)
    assert sessions.cancel(pid, secret)
    assert [(r.code, r.message) for r in one.reasons] == [
        ("57014", "canceling statement due to user request")
    ]
    assert other.reasons == []


def test_a_wrong_key_does_nothing() -> None:
    sessions = Sessions(2)
    one, other = Running(), Running()
    pid, secret = sessions.add(one)
    other_pid, _ = sessions.add(other)
    wrong = bytes(byte ^ 1 for byte in secret)
    for key in [(pid, wrong), (pid, b""), (pid, secret + b"\0"), (0, secret), (-1, b""), (other_pid, secret)]:
        assert not sessions.cancel(*key)
    sessions.remove(pid)
    assert not sessions.cancel(pid, secret)
    assert one.reasons == other.reasons == []


def test_the_limit() -> None:
    sessions = Sessions(2)
    pid, _ = sessions.add(Running())
    sessions.add(Running())
    with pytest.raises(TooManyConnections, match="sorry, too many clients already") as caught:
        sessions.add(Running())
    assert "limits.max_connections above 2" in (caught.value.hint or "")
    assert len(sessions) == 2
    sessions.remove(pid)
    sessions.remove(pid)
    sessions.add(Running())
    assert len(sessions) == 2


def test_keys_fit_the_wire_and_begin_anew_at_the_end() -> None:
    sessions = Sessions(10)
    sessions._last = MOST_PID - 1
    sessions._live[1] = (b"", Running())
    pids = [sessions.add(Running())[0] for _ in range(3)]
    assert pids == [MOST_PID, 2, 3]


def test_secrets_are_four_bytes_and_differ() -> None:
    sessions = Sessions(100)
    secrets = {sessions.add(Running())[1] for _ in range(100)}
    assert {len(secret) for secret in secrets} == {4}
    assert len(secrets) > 90


def test_many_threads_at_once() -> None:
    sessions = Sessions(400)
    keys: list[int] = []

    def work() -> None:
        keys.extend(sessions.add(Running())[0] for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == len(sessions) == 400
