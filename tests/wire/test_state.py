from __future__ import annotations

from typing import get_args

import pytest

from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.state import (
    AWAITED,
    CONVERSING,
    DISCARDED,
    ON_BACKEND,
    ON_FRONTEND,
    SERVERS_TURN,
    SURVIVES_ERROR,
    State,
)


def test_every_state_can_be_reached_and_left() -> None:
    reached = {*ON_FRONTEND.values(), *ON_BACKEND.values(), State.STARTUP}
    left = {state for state, _ in (*ON_FRONTEND, *ON_BACKEND)}
    assert reached == set(State)
    assert left == set(State) - {State.CLOSED}


def test_every_message_has_its_place() -> None:
    assert {kind for _, kind in ON_FRONTEND} == set(get_args(f.Frontend))
    assert {kind for _, kind in ON_BACKEND} == set(get_args(b.Backend))


def test_a_message_is_allowed_or_discarded_not_both() -> None:
    assert not DISCARDED & ON_FRONTEND.keys()


def test_on_the_servers_turn_the_client_says_nothing() -> None:
    assert not SERVERS_TURN & {state for state, _ in ON_FRONTEND}


def test_p_is_what_was_asked_for() -> None:
    assert all((state, kind) in ON_FRONTEND for state, kind in AWAITED.items())
    assert set(AWAITED.values()) == {kind for kind, tag in f.TAGS.items() if tag == b"p"}


def test_where_errors_end_a_statement_they_can_be_sent() -> None:
    assert {state for state, kind in ON_BACKEND if kind is b.ErrorResponse} == SURVIVES_ERROR


@pytest.mark.parametrize("state", CONVERSING)
def test_notices_come_at_any_time(state: State) -> None:
    assert ON_BACKEND[state, b.NoticeResponse] is state


HEARD = tuple(kind for kind in f.TYPES.values() if kind is not f.PasswordMessage)


@pytest.mark.parametrize("kind", [kind for kind in HEARD if kind not in (f.Sync, f.Terminate)])
def test_after_an_error_only_sync_and_terminate_are_heard(kind: type[f.Frontend]) -> None:
    assert (State.FAILED, kind) in DISCARDED


@pytest.mark.parametrize("kind", HEARD)
@pytest.mark.parametrize("state", [State.READY, State.EXTENDED])
def test_between_statements_everything_is_heard_or_read_over(state: State, kind: type[f.Frontend]) -> None:
    assert ((state, kind) in ON_FRONTEND) != ((state, kind) in DISCARDED)
