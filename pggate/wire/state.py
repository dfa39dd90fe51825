"""
The protocol as tables: who may say what when, and what that leads to (PostgreSQL 15, 55.2 "Message Flow").

Theory of operation.  A conversation is in one State.  What the client says moves it by ON_FRONTEND, what the
server says by ON_BACKEND; a pair that is in neither table and not in DISCARDED is a protocol violation.  In a
state of SERVERS_TURN the client's next message waits until the server has said what it owes.

    STARTUP → AUTHENTICATION ⇄ PASSWORD | SASL | SASL_CONTINUE → STARTING → READY
    READY --Query, Sync--> SIMPLE --ReadyForQuery--> READY
    READY --Parse, …--> EXTENDED --ErrorResponse--> FAILED --Sync--> SIMPLE

The state knows nothing of transactions: their status (I, T, E) is the session's.  An ErrorResponse of
severity FATAL leads to CLOSED from everywhere, so the tables do not repeat it.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from pggate.wire import backend as b
from pggate.wire import frontend as f

if TYPE_CHECKING:
    from collections.abc import Mapping


class State(Enum):
    """
    Where a conversation is.
    """

    STARTUP = auto()  # the first message is awaited, or the one after a request for encryption
    ENCRYPTION = auto()  # such a request is to be answered
    AUTHENTICATION = auto()  # the server is to ask for proof, or to be satisfied
    PASSWORD = auto()  # it asked for a password
    SASL = auto()  # it offered SASL mechanisms
    SASL_CONTINUE = auto()  # it asked on within the mechanism
    STARTING = auto()  # proven who it is; parameters and key go out until the first ReadyForQuery
    READY = auto()  # idle
    SIMPLE = auto()  # a Query or a Sync is being answered; ReadyForQuery ends it
    EXTENDED = auto()  # Parse, Bind, … are answered one by one until Sync
    FAILED = auto()  # one of them failed: all is discarded until Sync
    COPY_IN = auto()  # the client sends rows, in a Query
    COPY_IN_EXTENDED = auto()  # the same, in an Execute
    CLOSED = auto()  # nothing more is read


SERVERS_TURN: Final = frozenset({State.ENCRYPTION, State.AUTHENTICATION, State.STARTING, State.SIMPLE})

# Where an error belongs to a statement and the conversation goes on after it; elsewhere an error ends it.
SURVIVES_ERROR: Final = frozenset({State.SIMPLE, State.EXTENDED, State.COPY_IN, State.COPY_IN_EXTENDED})

# What the tag "p" means: whatever was asked for.
AWAITED: Final[Mapping[State, type[f.Tagged]]] = {
    State.PASSWORD: f.PasswordMessage,
    State.SASL: f.SASLInitialResponse,
    State.SASL_CONTINUE: f.SASLResponse,
}

EXTENDED_QUERY: Final[tuple[type[f.Tagged], ...]] = (f.Parse, f.Bind, f.Describe, f.Execute, f.Close, f.Flush)
COPY: Final[tuple[type[f.Tagged], ...]] = (f.CopyData, f.CopyDone, f.CopyFail)

ON_FRONTEND: Final[Mapping[tuple[State, type[f.Frontend]], State]] = {
    (State.STARTUP, f.SSLRequest): State.ENCRYPTION,
    (State.STARTUP, f.GSSENCRequest): State.ENCRYPTION,
    (State.STARTUP, f.CancelRequest): State.CLOSED,
    (State.STARTUP, f.StartupMessage): State.AUTHENTICATION,
    (State.PASSWORD, f.PasswordMessage): State.AUTHENTICATION,
    (State.SASL, f.SASLInitialResponse): State.AUTHENTICATION,
    (State.SASL_CONTINUE, f.SASLResponse): State.AUTHENTICATION,
    (State.READY, f.Query): State.SIMPLE,
    (State.READY, f.FunctionCall): State.SIMPLE,
    (State.READY, f.Sync): State.SIMPLE,
    (State.READY, f.Terminate): State.CLOSED,
    **{(State.READY, kind): State.EXTENDED for kind in EXTENDED_QUERY},
    **{(State.EXTENDED, kind): State.EXTENDED for kind in EXTENDED_QUERY},
    (State.EXTENDED, f.Query): State.SIMPLE,
    (State.EXTENDED, f.FunctionCall): State.SIMPLE,
    (State.EXTENDED, f.Sync): State.SIMPLE,
    (State.EXTENDED, f.Terminate): State.CLOSED,
    (State.FAILED, f.Sync): State.SIMPLE,
    (State.FAILED, f.Terminate): State.CLOSED,
    (State.COPY_IN, f.CopyData): State.COPY_IN,
    (State.COPY_IN, f.CopyDone): State.SIMPLE,
    (State.COPY_IN, f.CopyFail): State.SIMPLE,
    (State.COPY_IN, f.Terminate): State.CLOSED,
    (State.COPY_IN_EXTENDED, f.CopyData): State.COPY_IN_EXTENDED,
    (State.COPY_IN_EXTENDED, f.CopyDone): State.EXTENDED,
    (State.COPY_IN_EXTENDED, f.CopyFail): State.EXTENDED,
    (State.COPY_IN_EXTENDED, f.Terminate): State.CLOSED,
}

COPYING_IN: Final = (State.COPY_IN, State.COPY_IN_EXTENDED)

# Read over, without an answer.
DISCARDED: Final[frozenset[tuple[State, type[f.Frontend]]]] = frozenset(
    {
        # The rest of a COPY whose failure the client has not seen yet (PostgreSQL 15, 55.2.6).
        *((state, kind) for state in (State.READY, State.EXTENDED) for kind in COPY),
        # "reads and discards messages until a Sync is reached" (PostgreSQL 15, 55.2.3).
        *((State.FAILED, kind) for kind in (*EXTENDED_QUERY, *COPY, f.Query, f.FunctionCall)),
        # "The backend will ignore Flush and Sync messages received during copy-in mode" (55.2.6).
        *((state, kind) for state in COPYING_IN for kind in (f.Flush, f.Sync)),
    },
)

# Sent in the middle of anything (PostgreSQL 15, 55.2.7 "Asynchronous Operations").
ASYNCHRONOUS: Final[tuple[type[b.Backend], ...]] = (b.NoticeResponse, b.ParameterStatus)
RESULT: Final[tuple[type[b.Backend], ...]] = (
    b.RowDescription,
    b.DataRows,
    b.CommandComplete,
    b.EmptyQueryResponse,
    b.CopyOutResponse,
    b.CopyData,
    b.CopyRows,
    b.CopyDone,
)
EXTENDED_ANSWER: Final[tuple[type[b.Backend], ...]] = (
    b.ParseComplete,
    b.BindComplete,
    b.CloseComplete,
    b.NoData,
    b.ParameterDescription,
    b.PortalSuspended,
)
CONVERSING: Final = (
    State.STARTING,
    State.READY,
    State.SIMPLE,
    State.EXTENDED,
    State.FAILED,
    *COPYING_IN,
)

ON_BACKEND: Final[Mapping[tuple[State, type[b.Backend]], State]] = {
    (State.ENCRYPTION, b.EncryptionResponse): State.STARTUP,
    (State.AUTHENTICATION, b.NegotiateProtocolVersion): State.AUTHENTICATION,
    (State.AUTHENTICATION, b.AuthenticationCleartextPassword): State.PASSWORD,
    (State.AUTHENTICATION, b.AuthenticationSASL): State.SASL,
    (State.AUTHENTICATION, b.AuthenticationSASLContinue): State.SASL_CONTINUE,
    (State.AUTHENTICATION, b.AuthenticationSASLFinal): State.AUTHENTICATION,
    (State.AUTHENTICATION, b.AuthenticationOk): State.STARTING,
    (State.STARTING, b.BackendKeyData): State.STARTING,
    (State.STARTING, b.ReadyForQuery): State.READY,
    **{(State.SIMPLE, kind): State.SIMPLE for kind in RESULT},
    (State.SIMPLE, b.CopyInResponse): State.COPY_IN,
    (State.SIMPLE, b.ErrorResponse): State.SIMPLE,
    (State.SIMPLE, b.ReadyForQuery): State.READY,
    **{(State.EXTENDED, kind): State.EXTENDED for kind in (*RESULT, *EXTENDED_ANSWER)},
    (State.EXTENDED, b.CopyInResponse): State.COPY_IN_EXTENDED,
    (State.EXTENDED, b.ErrorResponse): State.FAILED,
    (State.COPY_IN, b.ErrorResponse): State.SIMPLE,
    (State.COPY_IN_EXTENDED, b.ErrorResponse): State.FAILED,
    **{(state, kind): state for state in CONVERSING for kind in ASYNCHRONOUS},
}
