"""
Rewrites the tables of docs/protocol.md from pggate/wire: ``python -m tests.reference.generate_protocol_document``.

It takes nothing from PostgreSQL; a DSN is not looked at.
"""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from pggate.session.settings.gucs import SETTINGS
from pggate.wire import backend, frontend, state
from pggate.wire.state import (
    ASYNCHRONOUS,
    AWAITED,
    DISCARDED,
    ON_BACKEND,
    ON_FRONTEND,
    SERVERS_TURN,
    SURVIVES_ERROR,
    State,
)
from tests.reference.documents import DOCS, code, filled, listed, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TARGET = DOCS / "protocol.md"


def parts() -> dict[str, str]:
    """Every table of the document, by the name of its place."""
    meanings = meaning()
    return {
        "frontend messages": table("tag", "message", "bytes at most", rows=frontend_rows()),
        "backend messages": table("tag", "message", rows=backend_rows()),
        "states": table(
            "state",
            "where the conversation is",
            "whose turn",
            "an error",
            rows=((code(one.name), meanings[one.name], turn(one), error(one)) for one in State),
        ),
        "on frontend": table("in", "the client says", "which leads to", rows=transitions(ON_FRONTEND)),
        "discarded": table("in", "read over, without an answer", rows=discarded()),
        "on backend": table(
            "in", "the server says", "which leads to", rows=transitions(without_asynchronous())
        ),
        "reported": f"{listed(row.name for row in SETTINGS.values() if row.reported)}.\n",
    }


def meaning() -> dict[str, str]:
    """What the comment behind each State says of it."""
    return dict(re.findall(r"^    ([A-Z_]+) = auto\(\)  # (.*)$", inspect.getsource(State), re.MULTILINE))


def turn(one: State) -> str:
    return "nobody's" if one is State.CLOSED else "the server's" if one in SERVERS_TURN else "the client's"


def error(one: State) -> str:
    if one is State.CLOSED:
        return ""
    return "ends the statement" if one in SURVIVES_ERROR else "ends the connection"


def frontend_rows() -> Iterable[tuple[str, str, str]]:
    limits = frontend.limits()
    startup = [name(kind) for kind in (*frontend.STARTUPS.values(), frontend.StartupMessage)]
    yield ("", ", ".join(startup), "10,004, the length word included")
    for tag, kind in frontend.TYPES.items():
        kinds = [name(one) for one in (AWAITED.values() if tag == "p" else (kind,))]
        most = limits[tag]
        said = "`limits.message_bytes`" if most == frontend.MESSAGE_LIMIT else f"{most:,}"
        yield (code(tag), ", ".join(kinds), said)


def backend_rows() -> Iterable[tuple[str, str]]:
    yield ("", name(backend.EncryptionResponse))
    yield (code("R"), ", ".join(name(kind) for kind in backend.AUTHENTICATIONS.values()))
    for tag, kind in backend.TYPES.items():
        yield (code(tag), name(kind))


def transitions(of: Mapping[tuple[State, type[Any]], State]) -> Iterable[tuple[str, str, str]]:
    """A row for each pair of states, in the order of the table."""
    said: dict[tuple[State, State], list[str]] = {}
    for (before, kind), after in of.items():
        said.setdefault((before, after), []).append(name(kind))
    order = list(State)
    for before, after in sorted(said, key=lambda pair: order.index(pair[0])):
        yield (code(before.name), ", ".join(dict.fromkeys(said[before, after])), code(after.name))


def discarded() -> Iterable[tuple[str, str]]:
    order = list(frontend.TYPES.values())
    for one in State:
        kinds = [kind for kind in order if (one, kind) in DISCARDED]
        if kinds:
            yield (code(one.name), ", ".join(map(name, kinds)))


def without_asynchronous() -> dict[tuple[State, type[backend.Backend]], State]:
    """What may be said at any time after authentication is one sentence and no table."""
    for one in state.CONVERSING:
        assert all(ON_BACKEND[one, kind] is one for kind in ASYNCHRONOUS)
    return {pair: after for pair, after in ON_BACKEND.items() if pair[1] not in ASYNCHRONOUS}


def name(kind: type[Any]) -> str:
    return SINGLE.get(kind, kind.__name__)


SINGLE = {backend.DataRows: "DataRow", backend.CopyRows: "CopyData"}
"""What many of are one value."""


if __name__ == "__main__":
    TARGET.write_text(filled(TARGET.read_text(), parts()))
