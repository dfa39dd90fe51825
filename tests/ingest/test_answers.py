"""
Errors as HTTP answers: status, headers and text, and what happens to a body that still comes.
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from ingest import answers
from ingest.answers import Answer, refusal_of, sentence, status_of
from pggate import errors
from pggate.errors import PgError
from pggate.lake.backlog import Overloaded
from pggate.lake.marks import OutcomeUnknownError

if TYPE_CHECKING:
    from collections.abc import Iterable

# fmt: off
STATUSES = [
    (errors.UndefinedColumn,                    400),
    (errors.DuplicateColumn,                    400),
    (errors.DatatypeMismatch,                   400),
    (errors.NotNullViolation,                   400),
    (errors.CharacterNotInRepertoire,           400),
    (errors.InvalidBinaryRepresentation,        400),
    (errors.FeatureNotSupported,                400),
    (errors.InvalidAuthorizationSpecification,  401),
    (errors.UndefinedTable,                     404),
    (errors.InvalidCatalogName,                 404),
    (errors.InvalidSchemaName,                  404),
    (errors.ProgramLimitExceeded,               413),
    (errors.ConfigurationLimitExceeded,         429),
    (errors.InternalError,                      500),
    (errors.DataCorrupted,                      500),
    (OutcomeUnknownError,                       500),
    (errors.DiskFull,                           503),
    (errors.SerializationFailure,               503),
    (errors.LockNotAvailable,                   503),
    (errors.AdminShutdown,                      503),
    (errors.CannotConnectNow,                   503),
    (errors.IoError,                            503),
]
# fmt: on


@pytest.mark.parametrize(("error", "status"), STATUSES)
def test_status(error: type[PgError], status: int) -> None:
    answer = refusal_of(error("no"))
    assert answer.status_code == status
    assert json.loads(bytes(answer.body)) == {"error": "no"}
    assert ("retry-after" in answer.headers) == (error is errors.LockNotAvailable)


def test_every_error_of_ours_has_a_status_of_4xx_or_5xx() -> None:
    for one in vars(errors).values():
        if isinstance(one, type) and issubclass(one, PgError):
            assert status_of(one.sqlstate) in {400, 401, 404, 413, 429, 500, 503}


# fmt: off
RETRIES = [
    # ms    seconds, rounded up, never 0
    (1,     "1"),
    (250,   "1"),
    (1000,  "1"),
    (1001,  "2"),
    (59999, "60"),
]
# fmt: on


@pytest.mark.parametrize(("milliseconds", "seconds"), RETRIES)
def test_overload_says_when_to_come_again(milliseconds: int, seconds: str) -> None:
    answer = refusal_of(Overloaded("full", milliseconds))
    assert answer.status_code == 429
    assert answer.headers["x-retry-after-ms"] == str(milliseconds)
    assert answer.headers["retry-after"] == seconds


def test_message_detail_and_hint_are_one_sentence_after_the_other() -> None:
    assert (
        sentence(PgError("a is wrong", detail="It is 1.", hint="Make it 2."))
        == "a is wrong. It is 1. Make it 2"
    )
    assert sentence(PgError("a is wrong")) == "a is wrong"


def test_a_sentence_is_bounded() -> None:
    assert len(sentence(PgError("x" * 1000))) == 1000
    assert sentence(PgError("x" * 1001)) == "x" * 1000 + "…"


def said(answer: Answer, incoming: Iterable[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
    """
    What an answer sends, and how many messages of the request it receives.
    """
    sent: list[dict[str, Any]] = []
    messages = iter(incoming)
    received = 0

    async def receive() -> dict[str, Any]:
        nonlocal received
        received += 1
        if (message := next(messages, None)) is None:
            await asyncio.Event().wait()
            raise AssertionError
        return message

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(answer({"type": "http"}, receive, send))
    return sent, received


def piece(size: int, *, more: bool = True) -> dict[str, Any]:
    return {"type": "http.request", "body": b"x" * size, "more_body": more}


def test_an_answer_after_the_body() -> None:
    sent, received = said(Answer({"rows": 1}), [])
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert sent[0]["status"] == 200
    assert (b"content-length", b"10") in sent[0]["headers"]
    assert (sent[1]["body"], sent[1]["more_body"]) == (b'{"rows":1}', False)
    assert received == 0


# fmt: off
REMAINDERS = [
    # what still comes                                       how much of it is received
    ([piece(0, more=False)],                                 1),
    ([piece(10), piece(10), piece(0, more=False)],           3),
    ([piece(10), {"type": "http.disconnect"}],               2),
    ([piece(1 << 20) for _ in range(200)],                   64),  # DRAIN_BYTES
    ([],                                                     1),   # DRAIN_SECONDS
]
# fmt: on


@pytest.mark.parametrize(("incoming", "count"), REMAINDERS)
def test_an_early_answer_lets_the_body_come(
    monkeypatch: pytest.MonkeyPatch, incoming: list[dict[str, Any]], count: int
) -> None:
    monkeypatch.setattr(answers, "DRAIN_SECONDS", 0.05)
    sent, received = said(Answer({"error": "no"}, 413, is_early=True), incoming)
    assert [message.get("more_body") for message in sent] == [None, True, None]
    assert b"".join(message.get("body", b"") for message in sent) == b'{"error":"no"}'
    assert received == count
