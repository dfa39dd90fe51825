from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from pggate import errors
from pggate.errors import PgError, UndefinedTable
from tests.fix_postgres import Unavailable, find_programs

CLASSES = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, PgError)]

# The base of all, and the one whose PostgreSQL name says no more than "error".
NAMED_OTHERWISE = {errors.PgError: "internal_error", errors.DataError: "data_exception"}


def test_a_class_per_sqlstate() -> None:
    codes = [one.sqlstate for one in CLASSES if one is not PgError]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch("[0-9A-Z]{5}", code) for code in codes)


def test_the_class_gives_the_code_unless_told_otherwise() -> None:
    assert UndefinedTable('relation "x" does not exist').code == "42P01"
    assert UndefinedTable("x", sqlstate="42704").code == "42704"


def test_fields() -> None:
    error = PgError("m", detail="d", hint="h", position=3)
    assert (error.message, error.detail, error.hint, error.position) == ("m", "d", "h", 3)
    assert (str(error), repr(error)) == ("m", "PgError(XX000: m)")


@pytest.mark.server
def test_codes_and_names_are_those_of_postgresql() -> None:
    """PostgreSQL ships its list of codes (appendix A) as errcodes.txt: code, severity, macro, name."""
    try:
        command = [str(find_programs() / "pg_config"), "--sharedir"]
        share = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        text = (Path(share) / "errcodes.txt").read_text()
    except (Unavailable, OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no errcodes.txt of PostgreSQL 15: {error}")
    known = set(re.findall(r"^(\w{5})\s+[EWS]\s+ERRCODE_\w+\s+(\w+)$", text, re.MULTILINE))
    ours = {(one.sqlstate, NAMED_OTHERWISE.get(one) or snake_case(one.__name__)) for one in CLASSES}
    assert ours - known == set()


def snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
