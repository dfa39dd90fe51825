"""
A session's settings (GUCs): what SET, SHOW, RESET and start-up parameters read and write.

SETTINGS is the whole knowledge: a row per setting with its default and what it accepts.  Changes made in
a transaction are undone when it rolls back, SET LOCAL's at its end (PostgreSQL 15, SQL command SET).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pggate.errors import FeatureNotSupported, InvalidParameterValue, UndefinedObject

Check = Callable[[str, str], str]
"""(setting's name, the value asked for) → the value kept; raises InvalidParameterValue."""


@dataclass(frozen=True, slots=True)
class Setting:
    """
    One row of SETTINGS.

    `name` is spelled as PostgreSQL reports it; `reported` says that changes are sent as ParameterStatus
    (PostgreSQL 15, 55.2.7); a `fixed` setting can be shown and never changed.
    """

    name: str
    default: str
    check: Check
    reported: bool = False
    fixed: bool = False


def _any(_name: str, value: str) -> str:
    return value


_BOOLEANS: Final = {
    **dict.fromkeys(("on", "true", "yes", "1", "t", "y", "tr", "tru", "ye"), "on"),
    **dict.fromkeys(("off", "false", "no", "0", "f", "n", "of", "fa", "fal", "fals"), "off"),
}


def _boolean(name: str, value: str) -> str:
    kept = _BOOLEANS.get(value.strip().lower())
    if kept is None:
        raise InvalidParameterValue(f'parameter "{name}" requires a Boolean value')
    return kept


def _one_of(*values: str) -> Check:
    def check(name: str, value: str) -> str:
        wanted = value.strip().lower()
        if wanted not in values:
            raise _invalid(name, value, hint=f"Available values: {', '.join(values)}.")
        return wanted

    return check


def _only(*accepted: str, kept: str, why: str) -> Check:
    """One value is all there is; its other spellings are taken for it, the rest is refused."""

    def check(name: str, value: str) -> str:
        if value.strip().lower().replace(" ", "") not in accepted:
            raise FeatureNotSupported(f'"{name}" can only be {kept}', hint=why)
        return kept

    return check


def _integer(least: int, most: int) -> Check:
    def check(name: str, value: str) -> str:
        try:
            number = round(float(value.strip()))
        except (ValueError, OverflowError):
            raise _invalid(name, value) from None
        if not least <= number <= most:
            raise InvalidParameterValue(
                f'{number} is outside the valid range for parameter "{name}" ({least} .. {most})'
            )
        return str(number)

    return check


_TIME_UNITS: Final = {"us": 0.001, "ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000}
_DURATION: Final = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*([a-z]*)\s*\Z")
MOST_MILLISECONDS: Final = 2**31 - 1
"""As in PostgreSQL: the durations are int4 milliseconds."""


def milliseconds(value: str, name: str = "duration") -> int:
    """
    Read a duration as PostgreSQL 15, 20.1 has it: a number of milliseconds or a number with a unit.
    """
    found = _DURATION.match(value)
    if found is None or (found[2] and found[2] not in _TIME_UNITS):
        units = '"us", "ms", "s", "min", "h", and "d"'
        raise _invalid(name, value, hint=f"Valid units for this parameter are {units}.")
    number = round(float(found[1]) * _TIME_UNITS[found[2] or "ms"])
    if number > MOST_MILLISECONDS:
        raise InvalidParameterValue(
            f'{number} ms is outside the valid range for parameter "{name}" (0 ms .. {MOST_MILLISECONDS} ms)'
        )
    return number


def _duration(name: str, value: str) -> str:
    return shown_duration(milliseconds(value, name))


def shown_duration(number: int) -> str:
    """
    Milliseconds in the largest unit that divides them, as SHOW prints them.
    """
    for unit in ("d", "h", "min", "s"):
        if number and number % int(_TIME_UNITS[unit]) == 0:
            return f"{number // int(_TIME_UNITS[unit])}{unit}"
    return f"{number}ms" if number else "0"


_ZONE_OFFSET: Final = re.compile(r"([+-]?)(\d{1,2})(?::?(\d{2}))?\Z")


def _time_zone(name: str, value: str) -> str:
    """An IANA name, or an offset in hours east of Greenwich, which becomes the Etc/GMT zone that means it."""
    wanted = value.strip().strip("'")
    offset = _ZONE_OFFSET.match(wanted)
    if offset:
        hours = int(offset[2]) * (-1 if offset[1] == "-" else 1)
        if offset[3] not in (None, "00") or not -12 <= hours <= 14:
            raise _invalid(name, value, hint="Use an IANA name such as Europe/Berlin or whole hours.")
        return "UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"
    try:
        return ZoneInfo(wanted).key if wanted.lower() not in ("utc", "gmt", "z") else "UTC"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise _invalid(name, value, hint="Use an IANA name such as Europe/Berlin.") from None


def _invalid(name: str, value: str, *, hint: str | None = None) -> InvalidParameterValue:
    return InvalidParameterValue(f'invalid value for parameter "{name}": "{value}"', hint=hint)


def _date_style(name: str, value: str) -> str:
    """Dates are written as ISO has them, and 01/02/2020 is always read as the second of January."""
    if not {part.strip().upper() for part in value.split(",") if part.strip()} <= {"ISO", "MDY", "US"}:
        raise FeatureNotSupported(
            f'"{name}" can only be ISO, MDY',
            hint="Write dates as YYYY-MM-DD; format them in the query, for instance with to_char().",
        )
    return "ISO, MDY"


ISOLATION_LEVELS: Final = ("serializable", "repeatable read", "read committed", "read uncommitted")
_ISOLATION = _one_of(*ISOLATION_LEVELS)
_UTF8: Final = "pggate speaks UTF-8 only: leave client_encoding at UTF8."

# fmt: off
_ROWS: Final = (
    # What clients are told at start-up; the server_version is the gateway's to fill in.
    Setting("server_version",              "15.0",      _any, reported=True, fixed=True),
    Setting("server_version_num",          "150000",    _any, fixed=True),
    Setting("server_encoding",             "UTF8",      _any, reported=True, fixed=True),
    Setting("integer_datetimes",           "on",        _any, reported=True, fixed=True),
    Setting("is_superuser",                "off",       _any, reported=True, fixed=True),
    Setting("session_authorization",       "",          _any, reported=True, fixed=True),
    Setting("in_hot_standby",              "off",       _any, reported=True, fixed=True),
    Setting("default_transaction_read_only", "off",     _boolean, reported=True),
    Setting("application_name",            "",          _any, reported=True),
    Setting("client_encoding",             "UTF8",
            _only("utf8", "utf-8", "unicode", "'utf-8'", "'utf8'", "sql_ascii", kept="UTF8", why=_UTF8),
            reported=True),
    Setting("DateStyle",                   "ISO, MDY",  _date_style, reported=True),
    Setting("IntervalStyle",               "postgres",
            _only("postgres", kept="postgres", why="Format intervals in the query."), reported=True),
    Setting("TimeZone",                    "UTC",       _time_zone, reported=True),
    Setting("standard_conforming_strings", "on",
            _only("on", "true", "1", "yes", kept="on", why="Write E'…' for backslash escapes."),
            reported=True),
    # What pggate acts on.
    Setting("search_path",                 '"$user", public', _any),
    Setting("statement_timeout",           "0",         _duration),
    Setting("transaction_isolation",       "repeatable read", _ISOLATION),
    Setting("transaction_read_only",       "off",       _boolean),
    Setting("transaction_deferrable",      "off",       _boolean),
    Setting("default_transaction_isolation", "repeatable read", _ISOLATION),
    Setting("default_transaction_deferrable", "off",    _boolean),
    # What clients set or read and nothing here depends on.
    Setting("backslash_quote",             "safe_encoding", _any),
    Setting("block_size",                  "8192",      _any, fixed=True),
    Setting("bytea_output",                "hex",
            _only("hex", kept="hex", why="Use encode() in the query.")),
    Setting("check_function_bodies",       "on",        _boolean),
    Setting("client_min_messages",         "notice",
            _one_of(*("debug5", "debug4", "debug3", "debug2", "debug1"), "debug", "log", "notice", "warning",
                    "error")),
    Setting("default_table_access_method", "heap",      _any),
    Setting("default_tablespace",          "",          _any),
    Setting("default_text_search_config",  "pg_catalog.simple", _any),
    Setting("escape_string_warning",       "on",        _boolean),
    Setting("extra_float_digits",          "1",         _integer(-15, 3)),
    Setting("idle_in_transaction_session_timeout", "0", _duration),
    Setting("idle_session_timeout",        "0",         _duration),
    Setting("jit",                         "off",       _boolean),
    Setting("lc_collate",                  "C",         _any, fixed=True),
    Setting("lc_ctype",                    "C",         _any, fixed=True),
    Setting("lc_messages",                 "C",         _any),
    Setting("lc_monetary",                 "C",         _any),
    Setting("lc_numeric",                  "C",         _any),
    Setting("lc_time",                     "C",         _any),
    Setting("lock_timeout",                "0",         _duration),
    Setting("max_connections",             "100",       _any, fixed=True),
    Setting("max_identifier_length",       "63",        _any, fixed=True),
    Setting("max_index_keys",              "32",        _any, fixed=True),
    Setting("max_prepared_transactions",   "0",         _any, fixed=True),
    Setting("password_encryption",         "scram-sha-256", _one_of("scram-sha-256")),
    Setting("quote_all_identifiers",       "off",       _boolean),
    Setting("row_security",                "on",        _boolean),
    Setting("ssl",                         "off",       _any, fixed=True),
    Setting("ssl_renegotiation_limit",     "0",         _integer(0, 0)),
    Setting("synchronize_seqscans",        "on",        _boolean),
    Setting("synchronous_commit",          "on",
            _one_of("on", "off", "local", "remote_write", "remote_apply")),
    Setting("wal_level",                   "replica",   _any, fixed=True),
    Setting("work_mem",                    "4MB",       _any),
    Setting("xmloption",                   "content",   _one_of("content", "document")),
)
# fmt: on

SETTINGS: Final[Mapping[str, Setting]] = {row.name.lower(): row for row in _ROWS}

CHARACTERISTICS: Final = ("transaction_isolation", "transaction_read_only", "transaction_deferrable")
"""What a transaction begins with, as the settings default_… say."""


@dataclass(frozen=True, slots=True)
class State:
    """
    What the settings were at some moment of a transaction.
    """

    values: Mapping[str, str]
    local: Mapping[str, str]


class Settings:
    """
    One session's values.

    `begin`, `commit` and `rollback` follow the session's transaction, `state` and `restore` its savepoints.
    """

    def __init__(self, fixed: Mapping[str, str]) -> None:
        self._reset: dict[str, str] = {name: row.default for name, row in SETTINGS.items()}
        self._reset.update({name.lower(): value for name, value in fixed.items()})
        self._values = dict(self._reset)
        self._before: dict[str, str] | None = None
        self._local: dict[str, str] = {}
        self._told: dict[str, str] = {}
        self.version = 0
        """Moves with every change, so that who derives something from the settings knows when to again."""

    def start(self, parameters: Mapping[str, str]) -> None:
        """
        Take start-up parameters: they become what RESET returns to (PostgreSQL 15, 20.1.4).
        """
        for name, value in parameters.items():
            self.set(name, value)
        self._reset = dict(self._values)

    def show(self, name: str) -> str:
        """
        Raises:
            UndefinedObject: There is no such setting.

        """
        try:
            return self._values[name.lower()]
        except KeyError:
            raise _unrecognized(name) from None

    def spelled(self, name: str) -> str:
        """The setting's name as PostgreSQL spells it."""
        row = SETTINGS.get(name.lower())
        return row.name if row else name.lower()

    def set(self, name: str, value: str, *, local: bool = False) -> None:
        """
        SET [LOCAL] name TO value.

        Raises:
            UndefinedObject: Unknown, and not of the form `extension.name`.
            InvalidParameterValue: The setting does not take this value.
            FeatureNotSupported: PostgreSQL would take it, pggate has only one.

        """
        row = SETTINGS.get(name.lower())
        if row is None and "." not in name:
            raise _unrecognized(name)
        if row is not None and row.fixed:
            raise InvalidParameterValue(f'parameter "{row.name}" cannot be changed', sqlstate="55P02")
        kept = row.check(row.name, value) if row else value
        self._keep(name.lower(), kept, local=local)

    def reset(self, name: str) -> None:
        """RESET name: back to the session's start."""
        if name.lower() not in self._values:
            raise _unrecognized(name)
        self._keep(name.lower(), self._reset.get(name.lower(), ""), local=False)

    def reset_all(self) -> None:
        """RESET ALL: all but what the running transaction began with (PostgreSQL's GUC_NO_RESET_ALL)."""
        for name in self._values.keys() - set(CHARACTERISTICS):
            self._keep(name, self._reset.get(name, ""), local=False)

    def begin(self) -> None:
        """A transaction block starts: changes from here on can be undone."""
        self._before = dict(self._values)
        self._local = {}
        self._follow_defaults()

    def commit(self) -> None:
        """The transaction's changes stay, those of SET LOCAL and of the transaction itself go."""
        if self._before is None:
            return
        kept = {**self._values, **self._local}
        self._leave(kept)

    def rollback(self) -> None:
        """Everything set since `begin` is undone."""
        if self._before is not None:
            self._leave(self._before)

    def state(self) -> State:
        """SAVEPOINT: what `restore` will want."""
        return State(dict(self._values), dict(self._local))

    def restore(self, state: State) -> None:
        """ROLLBACK TO: everything set since is undone."""
        self._replace(state.values)
        self._local = dict(state.local)

    def take_reports(self) -> Iterator[tuple[str, str]]:
        """
        (name, value) of every reported setting whose value is not the one last told; at first of all of them.
        """
        for key in _REPORTED:
            value = self._values[key]
            if self._told.get(key) != value:
                self._told[key] = value
                yield SETTINGS[key].name, value

    def all(self) -> Iterator[tuple[str, str]]:
        """(name, value) of every setting, by name."""
        return ((self.spelled(name), value) for name, value in sorted(self._values.items()))

    @property
    def statement_timeout(self) -> float:
        """In seconds; 0 for none."""
        return milliseconds(self._values["statement_timeout"]) / 1000

    @property
    def lock_timeout(self) -> float:
        """In seconds; 0 for none."""
        return milliseconds(self._values["lock_timeout"]) / 1000

    def _keep(self, name: str, value: str, *, local: bool) -> None:
        if local:
            if self._before is None:
                return  # outside a transaction SET LOCAL has no effect; the session warns
            self._local.setdefault(name, self._values.get(name, ""))
        else:
            self._local.pop(name, None)
        self._change(name, value)

    def _change(self, name: str, value: str) -> None:
        if self._values.get(name) == value:
            return
        self._values[name] = value
        self.version += 1

    def _leave(self, values: Mapping[str, str]) -> None:
        self._before = None
        self._local = {}
        self._replace(values)
        self._follow_defaults()

    def _replace(self, values: Mapping[str, str]) -> None:
        for name in self._values.keys() - values.keys():
            del self._values[name]
            self.version += 1
        for name, value in values.items():
            self._change(name, value)

    def _follow_defaults(self) -> None:
        for name in CHARACTERISTICS:
            self._change(name, self._values[f"default_{name}"])


_REPORTED: Final = sorted(key for key, row in SETTINGS.items() if row.reported)
"""In the order in which PostgreSQL tells them."""


def _unrecognized(name: str) -> UndefinedObject:
    return UndefinedObject(f'unrecognized configuration parameter "{name}"')


def schemas_of(search_path: str, user: str) -> tuple[str, ...]:
    """
    The schema names that a search_path value lists, `"$user"` filled in, `main` read as `public`.
    """
    names = []
    for raw in _PATH_ENTRY.findall(search_path):
        name = raw[1:-1].replace('""', '"') if raw.startswith('"') else raw.strip().lower()
        name = user if name == "$user" else name
        names.append("public" if name == "main" else name)
    return tuple(name for name in names if name)


_PATH_ENTRY: Final = re.compile(r'"(?:[^"]|"")*"|[^\s,"\']+')
