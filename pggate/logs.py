"""
The log: one event, one line, as key=value or JSON, to standard error.

    time=2026-05-01T12:00:00.000Z level=info event=connection_closed pid=4711 user=pggate seconds=1.5

An event is a name and its fields: `log.info("connection_closed", pid=4711)`.  Nobody hands a parameter, a
password or a statement's literals to the log; an ingest token that slips into a line (a path, an error's
text), or a piece of one, loses all but its first 6 characters here.  Records of other libraries become lines
of the same form.
"""

from __future__ import annotations

import json
import logging
import math
import re
import time
from typing import TYPE_CHECKING, Any, Final, Literal, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Fields = dict[str, Any]

# Where nobody has called `setup`, in a command that only asks, events go nowhere and not to standard error.
logging.getLogger("pggate").addHandler(logging.NullHandler())

# What stands after /ingest/ in a path; hex characters anywhere, be it after an escaped line break.  16 of
# them are enough: a mistyped address holds a token that is cut or split, and nothing else is so long.
TOKEN: Final = re.compile(r"(/ingest/[^/?\s\"']{6})[^/?\s\"']+|([0-9a-fA-F]{6})[0-9a-fA-F]{10,}")

# A value that needs no quotes.
PLAIN: Final = re.compile(r"[^\s\"'=\\]+")


class Log:
    """
    Where one part of the gateway writes its events.
    """

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(f"pggate.{name}")

    def debug(self, event: str, **fields: object) -> None:
        self._write(logging.DEBUG, event, fields)

    def info(self, event: str, **fields: object) -> None:
        self._write(logging.INFO, event, fields)

    def warning(self, event: str, **fields: object) -> None:
        self._write(logging.WARNING, event, fields)

    def error(self, event: str, error: BaseException | None = None, **fields: object) -> None:
        """An event that somebody should look at, with the traceback of `error` in the same line."""
        self._write(logging.ERROR, event, fields, error)

    def _write(
        self, level: int, event: str, fields: Mapping[str, object], error: BaseException | None = None
    ) -> None:
        if self._logger.isEnabledFor(level):
            self._logger.log(level, "%s", event, extra={"event": event, "fields": fields}, exc_info=error)


def setup(style: Literal["key=value", "json"], level: str, stream: TextIO) -> None:
    """
    Send every record of the process to `stream`; called once, by the composition root.

    Other libraries are heard from warnings on.

    Args:
        style: The form of a line.
        level: The least level that is written: debug, info, warning or error.
        stream: Usually standard error.

    """
    output = logging.StreamHandler(stream)
    output.setFormatter(_Line(_as_json if style == "json" else _as_pairs))
    logging.basicConfig(handlers=[output], force=True)
    # Below a warning other libraries tell too much: botocore's debug lines hold signatures and bodies.
    logging.getLogger().setLevel(max(logging.WARNING, logging.getLevelNamesMapping()[level.upper()]))
    logging.getLogger("pggate").setLevel(level.upper())
    logging.captureWarnings(capture=True)


def masked(text: str) -> str:
    """The text with every ingest token, and every piece of one, cut to its first 6 characters."""
    return TOKEN.sub(r"\1\2…", text)


class _Line(logging.Formatter):
    """
    A record as one line.
    """

    def __init__(self, write: Callable[[Fields], str]) -> None:
        super().__init__()
        self._write = write

    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: Fields = {
            "time": f"{moment}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "log"),
        }
        if line["event"] == "log":
            line |= {"logger": record.name, "message": record.getMessage()}
        line |= {key: value for key, value in getattr(record, "fields", {}).items() if value is not None}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return self._write({key: _value(value) for key, value in line.items()})


def _value(value: object) -> object:
    """What JSON can say, and a text without tokens for everything else."""
    if isinstance(value, bool | int):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return round(value, 6)
    return masked(str(value))


def _as_json(line: Fields) -> str:
    return json.dumps(line)


def _as_pairs(line: Fields) -> str:
    return " ".join(f"{key}={_quoted(value)}" for key, value in line.items())


def _quoted(value: object) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    # A client's line break or terminal sequence is escaped; a name with umlauts stays readable.
    printable = value.isprintable()
    return value if printable and PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=not printable)
