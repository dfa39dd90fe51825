"""
Errors as Flight tells them: a gRPC status, the sentence, and beside it as JSON the SQLSTATE and when it is
worth trying again.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pyarrow import flight

from ingest.answers import RETRY_AFTER_MS, sentence
from pggate.errors import InternalError, PgError
from pggate.lake.backlog import Overloaded
from pggate.logs import Log

if TYPE_CHECKING:
    from collections.abc import Iterator

log = Log("flight")

# By SQLSTATE, else by its class (the first two characters); what is in neither is INTERNAL.  pyarrow has no
# other statuses for a server to say: those of pyarrow.ArrowException carry a traceback of ours to the client.
# Who comes too early is told UNAVAILABLE, and when to come again.
# fmt: off
_STATUS: Final = {
    "0A":    flight.FlightServerError,
    "22":    flight.FlightServerError,
    "23":    flight.FlightServerError,
    "26":    flight.FlightServerError,
    "28":    flight.FlightUnauthenticatedError,
    "3D":    flight.FlightServerError,
    "3F":    flight.FlightServerError,
    "40":    flight.FlightUnavailableError,
    "42":    flight.FlightServerError,
    "42501": flight.FlightUnauthorizedError,
    "53":    flight.FlightUnavailableError,
    "54":    flight.FlightServerError,
    "55":    flight.FlightUnavailableError,
    "57":    flight.FlightUnavailableError,
    "57014": flight.FlightCancelledError,
    "58":    flight.FlightUnavailableError,
}
# fmt: on
_OTHER: Final = flight.FlightInternalError


@contextmanager
def told() -> Iterator[None]:
    """
    What is raised inside leaves as Flight's: a PgError as itself, a bug as no more than that.
    """
    try:
        yield
    except PgError as error:
        raise status(error) from None
    except (flight.FlightError, GeneratorExit):
        raise
    except Exception as bug:
        log.error("flight_failed", error=bug)
        raise status(InternalError("internal error", hint="The server's log has the details.")) from bug


def status(error: PgError) -> Exception:
    """
    The exception that pyarrow makes the right status of.
    """
    kind = _STATUS.get(error.code) or _STATUS.get(error.code[:2], _OTHER)
    made: Exception = kind(sentence(error), json.dumps(_details(error)).encode())
    return made


def _details(error: PgError) -> dict[str, object]:
    wait = error.retry_after_ms if isinstance(error, Overloaded) else RETRY_AFTER_MS.get(error.code)
    return {"sqlstate": error.code, **({} if wait is None else {"retry_after_ms": wait})}
