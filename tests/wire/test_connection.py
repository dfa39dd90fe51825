from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pggate.errors import AdminShutdown, CharacterNotInRepertoire, DataError, PgError, ProtocolViolation
from pggate.wire import backend as b
from pggate.wire import frontend as f
from pggate.wire.connection import Connection, negotiation
from pggate.wire.framing import FrameBuffer, framed
from pggate.wire.state import SERVERS_TURN, State
from tests.wire.messages import BACKENDS, STARTUPS, TAGGED

STARTUP = f.StartupMessage((3, 0), {"user": "pg"})


def ready() -> Connection:
    connection = Connection()
    connection.receive_data(f.encode(STARTUP))
    assert connection.next_message() == STARTUP
    for message in (b.AuthenticationOk(), b.ParameterStatus("a", "b"), b.ReadyForQuery("I")):
        connection.send(message)
    return connection


def said(*messages: f.Frontend) -> bytes:
    return b"".join(map(f.encode, messages))


def heard(connection: Connection) -> list[f.Frontend]:
    """
    What is heard while every Query and Sync is answered at once.
    """
    messages = []
    while message := connection.next_message():
        messages.append(message)
        if connection.state is State.SIMPLE:
            connection.send(b.ReadyForQuery("I"))
    return messages


CONVERSATION = (
    f.Query("select 1"),
    f.Parse("s", "select $1", (23,)),
    f.Bind("", "s", (1,), (b"\0\0\0\1", None), (0,)),
    f.Describe("P", ""),
    f.Execute("", 10),
    f.Close("S", "s"),
    f.Flush(),
    f.Sync(),
    f.FunctionCall(b"raw"),
    f.Query("ä" * 1000),
    f.Terminate(),
)


@pytest.mark.parametrize("step", [1, 2, 3, 7, 64, 100_000])
def test_the_same_messages_however_they_arrive(step: int) -> None:
    connection = ready()
    data = said(*CONVERSATION)
    messages: list[f.Frontend] = []
    for at in range(0, len(data), step):
        connection.receive_data(data[at : at + step])
        messages += heard(connection)
    assert messages == list(CONVERSATION)
    assert connection.state is State.CLOSED


# By state: what brings a connection there, so that every message is heard where it belongs.
BEFORE: dict[type[f.Tagged], tuple[b.Backend, ...]] = {
    f.PasswordMessage: (b.AuthenticationCleartextPassword(),),
    f.SASLInitialResponse: (b.AuthenticationSASL(("A",)),),
    f.SASLResponse: (b.AuthenticationSASLContinue(b""),),
}
COPYING = (b.AuthenticationOk(), b.ReadyForQuery("I"))


def listening_for(message: f.Frontend) -> Connection:
    connection = Connection()
    if isinstance(message, f.Startup):
        return connection
    connection.receive_data(f.encode(STARTUP))
    connection.next_message()
    for answer in BEFORE.get(type(message), COPYING):
        connection.send(answer)
    if isinstance(message, f.CopyData | f.CopyDone | f.CopyFail):
        connection.receive_data(f.encode(f.Query("copy")))
        connection.next_message()
        connection.send(b.CopyInResponse(0, ()))
    return connection


@pytest.mark.parametrize(("message", "data"), [*STARTUPS, *TAGGED])
def test_every_message_whole_by_bytes_and_with_trailing_data(message: f.Frontend, data: bytes) -> None:
    whole, by_bytes, trailing = (listening_for(message) for _ in range(3))
    whole.receive_data(data)
    assert whole.next_message() == message
    assert whole.next_message() is None
    for byte in data[:-1]:
        by_bytes.receive_data(bytes((byte,)))
        assert by_bytes.next_message() is None
    by_bytes.receive_data(data[-1:])
    assert by_bytes.next_message() == message
    trailing.receive_data(data + b"\0")
    assert trailing.next_message() == message
    assert trailing.state is whole.state


@pytest.mark.parametrize(("message", "data"), BACKENDS)
def test_every_answer_whole_by_bytes_and_with_trailing_data(message: b.Backend, data: bytes) -> None:
    buffer = FrameBuffer(dict.fromkeys([*b.TYPES, "R"], 1000))
    for byte in data[:-1]:
        buffer.receive(bytes((byte,)))
        assert buffer.next_frame() is None
    buffer.receive(data[-1:] + data + data[:-1])
    frames = list(iter(buffer.next_frame, None))
    assert [b.encode(b.read_message(*frame)) for frame in frames] == [b.encode(message)] * 2
    assert len(buffer) == len(data) - 1


# --- start ---------------------------------------------------------------------------------------------------


def test_sasl_from_the_first_byte() -> None:
    connection = Connection()
    script: list[tuple[f.Frontend | None, b.Backend | None, State]] = [
        (f.GSSENCRequest(), None, State.ENCRYPTION),
        (None, b.EncryptionResponse(False), State.STARTUP),
        (f.SSLRequest(), None, State.ENCRYPTION),
        (None, b.EncryptionResponse(True), State.STARTUP),
        (f.StartupMessage((3, 2), {}), None, State.AUTHENTICATION),
        (None, b.NegotiateProtocolVersion(0, ()), State.AUTHENTICATION),
        (None, b.AuthenticationSASL(("SCRAM-SHA-256",)), State.SASL),
        (f.SASLInitialResponse("SCRAM-SHA-256", None), None, State.AUTHENTICATION),
        (None, b.AuthenticationSASLContinue(b""), State.SASL_CONTINUE),
        (f.SASLResponse(b"n,,"), None, State.AUTHENTICATION),
        (None, b.AuthenticationSASLContinue(b"r="), State.SASL_CONTINUE),
        (f.SASLResponse(b"c="), None, State.AUTHENTICATION),
        (None, b.AuthenticationSASLFinal(b"v="), State.AUTHENTICATION),
        (None, b.AuthenticationOk(), State.STARTING),
        (None, b.BackendKeyData(1, b"1234"), State.STARTING),
        (None, b.ReadyForQuery("I"), State.READY),
    ]
    for asked, answer, state in script:
        if asked is not None:
            connection.receive_data(f.encode(asked))
            assert connection.next_message() == asked
        if answer is not None:
            assert connection.send(answer) == b.encode(answer)
        assert connection.state is state


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        (f.StartupMessage((3, 0), {"user": "u"}), None),
        (f.StartupMessage((3, 2), {}), b.NegotiateProtocolVersion(0, ())),
        (f.StartupMessage((3, 0), {"_pq_.a": "1", "user": "u"}), b.NegotiateProtocolVersion(0, ("_pq_.a",))),
        (f.StartupMessage((3, 9999), {"_pq_.a": "1"}), b.NegotiateProtocolVersion(0, ("_pq_.a",))),
    ],
)
def test_a_newer_protocol_is_negotiated_down(
    message: f.StartupMessage, answer: b.NegotiateProtocolVersion | None
) -> None:
    assert negotiation(message) == answer


def test_a_cancel_request_is_all_that_is_said() -> None:
    connection = Connection()
    request = f.CancelRequest(7, b"1234")
    connection.receive_data(said(request, f.Query("select 1")))
    assert connection.next_message() == request
    assert connection.state is State.CLOSED
    assert connection.next_message() is None


@pytest.mark.parametrize("request_", [f.SSLRequest(), f.GSSENCRequest()])
@pytest.mark.parametrize("accepted", [True, False])
def test_bytes_before_encryption_are_refused(request_: f.Startup, accepted: bool) -> None:
    # CVE-2021-23214: what a man in the middle put there must not pass for what the client said under TLS.
    connection = Connection()
    connection.receive_data(said(request_, STARTUP))
    assert connection.next_message() == request_
    assert connection.next_message() is None
    with pytest.raises(ProtocolViolation, match="received unencrypted data after SSL request"):
        connection.send(b.EncryptionResponse(accepted))
    assert connection.state is State.CLOSED


def test_encryption_is_asked_for_once() -> None:
    connection = Connection()
    connection.receive_data(said(f.SSLRequest()))
    connection.next_message()
    connection.send(b.EncryptionResponse(True))
    connection.receive_data(said(f.SSLRequest()))
    with pytest.raises(ProtocolViolation, match="unexpected second SSLRequest"):
        connection.next_message()
    assert connection.state is State.CLOSED


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", "08P01"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "08P01"),
        (b"\x00\x00\x00\x08\x00\x02\x00\x00", "0A000"),
        (b"\x00\x00\x00\x09\x00\x03\x00\x00x", "08P01"),
        (b"\x00\x00\x00\x0c\x00\x03\x00\x00\xff\x00\x00\x00", "22021"),
    ],
)
def test_a_wrong_beginning_is_fatal(data: bytes, code: str) -> None:
    connection = Connection()
    connection.receive_data(data)
    with pytest.raises(PgError) as caught:
        connection.next_message()
    assert caught.value.code == code
    assert connection.state is State.CLOSED
    assert b"FATAL" in connection.send(b.ErrorResponse(caught.value, connection.severity))


def test_a_query_instead_of_a_proof_is_fatal() -> None:
    connection = listening_for(f.SASLInitialResponse("A", None))
    connection.receive_data(said(f.Query("select 1")))
    with pytest.raises(ProtocolViolation, match="expected SASLInitialResponse, got message type 81"):
        connection.next_message()
    assert connection.state is State.CLOSED


def test_an_unreadable_proof_is_fatal() -> None:
    connection = listening_for(f.SASLInitialResponse("A", None))
    connection.receive_data(framed(b"p", b"A\0\xff\xff\xff\xfe"))
    with pytest.raises(ProtocolViolation):
        connection.next_message()
    assert connection.state is State.CLOSED


# --- errors: what PostgreSQL 15.18 does with the same bytes --------------------------------------------------

UNFRAMED = [
    (b"~\x00\x00\x00\x04", "invalid frontend message type 126"),
    (b"p\x00\x00\x00\x05\x00", "invalid frontend message type 112"),
    (b"Q\x00\x00\x00\x03", "invalid message length"),
    (b"Q\x7f\xff\xff\xff", "invalid message length"),
    (b"S\x00\x00\x27\x11", "invalid message length"),
]


@pytest.mark.parametrize(("data", "message"), UNFRAMED)
@pytest.mark.parametrize("before", [b"", said(f.Flush())])
def test_lost_framing_is_fatal_in_every_state(before: bytes, data: bytes, message: str) -> None:
    connection = ready()
    connection.receive_data(before)
    heard(connection)
    connection.receive_data(data + said(f.Query("select 1")))
    with pytest.raises(ProtocolViolation, match=message):
        connection.next_message()
    assert connection.state is State.CLOSED
    assert connection.severity == "FATAL"
    assert connection.next_message() is None
    connection.receive_data(said(f.Query("select 1")))
    assert connection.next_message() is None


@pytest.mark.parametrize(
    ("data", "state", "code"),
    [
        (framed(b"Q", b"\xff\0"), State.SIMPLE, "22021"),
        (framed(b"Q", b"abc"), State.SIMPLE, "08P01"),
        (framed(b"Q", b"select 1\0x"), State.SIMPLE, "08P01"),
        (framed(b"S", b"x"), State.SIMPLE, "08P01"),
        (framed(b"P", b""), State.EXTENDED, "08P01"),
        (framed(b"P", b"\0\xff\0\0\0"), State.EXTENDED, "22021"),
        (framed(b"B", b"\0\0\0\0\0\1\xff\xff\xff\xfe\0\0"), State.EXTENDED, "08P01"),
        (framed(b"D", b"X\0"), State.EXTENDED, "08P01"),
        (framed(b"H", b"x"), State.EXTENDED, "08P01"),
    ],
)
def test_a_malformed_message_fails_as_a_statement_fails(data: bytes, state: State, code: str) -> None:
    connection = ready()
    connection.receive_data(data + said(f.Sync(), f.Query("select 1")))
    with pytest.raises(PgError) as caught:
        connection.next_message()
    assert caught.value.code == code
    assert connection.state is state
    assert connection.severity == "ERROR"
    connection.send(b.ErrorResponse(caught.value, connection.severity))
    if state is State.SIMPLE:
        connection.send(b.ReadyForQuery("I"))
    assert heard(connection) == [f.Sync(), f.Query("select 1")]


def test_after_an_error_everything_is_discarded_until_sync() -> None:
    connection = ready()
    connection.receive_data(said(f.Parse("", "select")))
    connection.next_message()
    connection.send(b.ErrorResponse(DataError("x")))
    assert connection.state is State.FAILED
    malformed = framed(b"P", b"\xff") + framed(b"Q", b"")
    everything = [message for message in CONVERSATION if not isinstance(message, f.Sync | f.Terminate)]
    connection.receive_data(malformed + said(*everything, f.CopyData(b"x"), f.CopyDone()))
    assert connection.next_message() is None
    assert connection.state is State.FAILED
    connection.receive_data(said(f.Sync(), f.Query("select 1")))
    assert heard(connection) == [f.Sync(), f.Query("select 1")]


@pytest.mark.parametrize(("data", "message"), UNFRAMED)
def test_even_what_is_discarded_must_be_framed(data: bytes, message: str) -> None:
    connection = ready()
    connection.receive_data(said(f.Flush()))
    connection.next_message()
    connection.send(b.ErrorResponse(DataError("x")))
    connection.receive_data(data)
    with pytest.raises(ProtocolViolation, match=message):
        connection.next_message()
    assert connection.state is State.CLOSED


def test_terminate_is_heard_after_an_error() -> None:
    connection = ready()
    connection.receive_data(said(f.Flush(), f.Query("x"), f.Terminate()))
    connection.next_message()
    connection.send(b.ErrorResponse(DataError("x")))
    assert connection.next_message() == f.Terminate()
    assert connection.state is State.CLOSED


def test_a_query_without_sync_before_it_is_answered() -> None:
    connection = ready()
    connection.receive_data(said(f.Parse("", "select 1"), f.Query("select 2")))
    assert heard(connection) == [f.Parse("", "select 1"), f.Query("select 2")]
    assert connection.state is State.READY


def test_the_next_query_waits_for_the_answer() -> None:
    connection = ready()
    connection.receive_data(said(f.Query("select 1"), f.Query("select 2")))
    assert connection.next_message() == f.Query("select 1")
    assert connection.next_message() is None
    assert connection.peek() is f.Query
    connection.send(b.ReadyForQuery("I"))
    assert connection.next_message() == f.Query("select 2")


@pytest.mark.parametrize("state", [State.READY, State.SIMPLE])
def test_a_fatal_error_ends_it_anywhere(state: State) -> None:
    connection = ready()
    if state is State.SIMPLE:
        connection.receive_data(said(f.Query("select 1")))
        connection.next_message()
    assert connection.state is state
    connection.send(b.ErrorResponse(AdminShutdown("bye"), "FATAL"))
    assert connection.state is State.CLOSED


@pytest.mark.parametrize(
    "message",
    [b.ReadyForQuery("I"), b.ErrorResponse(DataError("x")), b.DataRows(b"", 0), b.AuthenticationOk()],
)
def test_what_may_not_be_said_is_not_sent(message: b.Backend) -> None:
    connection = ready()
    with pytest.raises(ProtocolViolation, match=f"{type(message).__name__} cannot be sent in state READY"):
        connection.send(message)
    assert connection.state is State.READY


# --- COPY ----------------------------------------------------------------------------------------------------


def copying(*, extended: bool) -> Connection:
    connection = ready()
    connection.receive_data(said(f.Execute("") if extended else f.Query("copy t from stdin")))
    connection.next_message()
    connection.send(b.CopyInResponse(0, (0,)))
    return connection


@pytest.mark.parametrize("end", [f.CopyDone(), f.CopyFail("no")])
@pytest.mark.parametrize("extended", [True, False])
def test_copy_ends_where_it_began(end: f.Frontend, extended: bool) -> None:
    connection = copying(extended=extended)
    # "ignore Flush and Sync messages received during copy-in mode"
    connection.receive_data(said(f.CopyData(b"1\n"), f.Sync(), f.Flush(), f.CopyData(b""), end))
    assert [connection.next_message() for _ in range(3)] == [f.CopyData(b"1\n"), f.CopyData(b""), end]
    assert connection.state is (State.EXTENDED if extended else State.SIMPLE)
    connection.send(b.CommandComplete("COPY 1"))


@pytest.mark.parametrize("extended", [True, False])
def test_the_rest_of_a_failed_copy_is_ignored(extended: bool) -> None:
    connection = copying(extended=extended)
    connection.send(b.ErrorResponse(DataError("x")))
    assert connection.state is (State.FAILED if extended else State.SIMPLE)
    if not extended:
        connection.send(b.ReadyForQuery("I"))
    connection.receive_data(
        said(f.CopyData(b"1"), f.CopyFail("no"), f.CopyDone(), f.Sync(), f.Query("select 1"))
    )
    assert heard(connection) == [f.Sync(), f.Query("select 1")]


@pytest.mark.parametrize("extended", [True, False])
def test_a_query_in_the_middle_of_copy_is_fatal(extended: bool) -> None:
    # PostgreSQL 15.18: "terminating connection because protocol synchronization was lost"
    connection = copying(extended=extended)
    connection.receive_data(said(f.Query("select 1")))
    with pytest.raises(ProtocolViolation, match="unexpected message type 0x51 during COPY from stdin"):
        connection.next_message()
    assert connection.state is State.CLOSED


def test_terminate_in_the_middle_of_copy_is_heard() -> None:
    connection = copying(extended=False)
    connection.receive_data(said(f.Terminate()))
    assert connection.next_message() == f.Terminate()


# --- the rest ------------------------------------------------------------------------------------------------


def test_peek_sees_the_next_whole_message_and_no_more() -> None:
    connection = ready()
    data = said(f.Execute(""), f.Sync())
    connection.receive_data(data[:-1])
    connection.next_message()
    assert connection.peek() is None
    connection.receive_data(data[-1:])
    assert connection.peek() is f.Sync
    assert connection.peek() is f.Sync
    assert connection.next_message() == f.Sync()
    assert connection.peek() is None
    connection.receive_data(b"~\x00\x00\x00\x04")
    assert connection.peek() is None


def test_peek_before_the_start_knows_nothing() -> None:
    connection = Connection()
    connection.receive_data(said(STARTUP))
    assert connection.peek() is None


def test_the_message_limit_is_the_callers() -> None:
    connection = Connection(message_limit=100)
    connection.receive_data(said(STARTUP))
    connection.next_message()
    connection.send(b.AuthenticationOk())
    connection.send(b.ReadyForQuery("I"))
    connection.receive_data(said(f.Query("x" * 95)))
    assert heard(connection) == [f.Query("x" * 95)]
    connection.receive_data(said(f.Query("x" * 96)))
    with pytest.raises(ProtocolViolation, match="invalid message length"):
        connection.next_message()


NASTY = st.one_of(
    st.binary(max_size=40),
    st.sampled_from([data for _, data in (*STARTUPS, *TAGGED)]),
    st.builds(framed, st.sampled_from(list(f.TAGS.values())), st.binary(max_size=20)),
)
ANSWERS: dict[State, b.Backend] = {
    State.ENCRYPTION: b.EncryptionResponse(False),
    State.AUTHENTICATION: b.AuthenticationOk(),
    State.STARTING: b.ReadyForQuery("I"),
    State.SIMPLE: b.ReadyForQuery("I"),
}


@given(pieces=st.lists(NASTY, max_size=12), started=st.booleans())
def test_any_bytes_give_messages_or_errors_of_the_protocol(pieces: list[bytes], started: bool) -> None:
    connection = ready() if started else Connection()
    for piece in pieces:
        connection.receive_data(piece)
        for _ in range(len(piece) + 50):
            connection.peek()
            try:
                while connection.state in SERVERS_TURN:
                    connection.send(ANSWERS[connection.state])
                message = connection.next_message()
            except (ProtocolViolation, CharacterNotInRepertoire) as error:
                connection.send(b.ErrorResponse(error, connection.severity))
                continue
            except PgError as error:
                assert error.code == "0A000"  # noqa: PT017 a version of the protocol that is not 3
                assert connection.state is State.CLOSED
                continue
            if message is None:
                break
        else:
            pytest.fail("it never comes to an end")
