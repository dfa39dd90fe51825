"""
docs/compatibility.md says what the program's tables say, and names the clients that are tested.
"""

from __future__ import annotations

import re
from pathlib import Path

from pggate.session.statement.utilities import ACCEPTED, DONE, HINTS
from pggate.translate.texts.kinds import Kind
from tests.reference import generate_compatibility_document as compatibility
from tests.reference.documents import filled

CLIENTS = Path(__file__).parents[1] / "clients"
NO_CLIENTS = {
    "catalog_columns",
    "composites",
    "copy",
    "copy_declared",
    "grid",
    "jdbc_metadata",
    "jdbc_trips",
    "nested_columns",
    "parameter_types",
    "ragged_lists",
    "returning",
    "round_trips",
    "seeds",
    "sqlalchemy_suite",
    "struct_round_trips",
    "without_kernel",
}
"""What is tested there by several of them."""


def test_the_tables_are_those_of_the_program() -> None:
    text = compatibility.TARGET.read_text()
    assert text == filled(text, compatibility.parts()), (
        "python -m tests.reference.generate_compatibility_document"
    )


def test_every_statement_stands_in_one_place() -> None:
    places = [*compatibility.runs(), *ACCEPTED, *DONE, *compatibility.refused()]
    assert sorted(places) == sorted(set(Kind) - {Kind.UNKNOWN})


def test_every_statement_that_is_refused_has_a_hint() -> None:
    assert set(compatibility.refused()) == set(HINTS)


def test_the_clients_are_those_that_are_tested() -> None:
    text = compatibility.TARGET.read_text().partition("## Statements")[0]
    named = {
        name.lower().replace(" ", "")
        for name in re.findall(r"^\| ([\w ]+?)(?: \|| Core \|| 15 \|| 1\.5 \|)", text, re.MULTILINE)
    }
    tested = {one.stem.removeprefix("test_") for one in CLIENTS.glob("test_*.py")} - NO_CLIENTS
    assert {name.replace("psycopg3", "psycopg") for name in named - {"client"}} == tested
