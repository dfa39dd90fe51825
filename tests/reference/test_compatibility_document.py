"""
docs/compatibility.md says what the program's tables say, and names the clients that are tested.
"""

from __future__ import annotations

import re
from pathlib import Path

from pggate.session.utilities import ACCEPTED, DONE, HINTS
from pggate.translate.kinds import Kind
from tests.reference import generate_compatibility_document as compatibility
from tests.reference.documents import filled

CLIENTS = Path(__file__).parents[1] / "clients"


def test_the_tables_are_those_of_the_program() -> None:
    text = compatibility.TARGET.read_text()
    assert text == filled(text, compatibility.parts()), (
        "python -m tests.reference.generate_compatibility_document"
    )


def test_every_statement_stands_in_one_place() -> None:
    with_hint, without_hint = compatibility.refused()
    places = [*compatibility.runs(), *ACCEPTED, *DONE, *with_hint, *without_hint]
    assert sorted(places) == sorted(set(Kind) - {Kind.UNKNOWN})


def test_every_hint_belongs_to_a_statement_that_is_refused() -> None:
    assert set(compatibility.refused()[0]) == set(HINTS)


def test_the_clients_are_those_that_are_tested() -> None:
    text = compatibility.TARGET.read_text().partition("## Statements")[0]
    named = {
        name.lower().replace(" ", "")
        for name in re.findall(r"^\| ([\w ]+?)(?: \|| Core \|| 15 \|| 1\.5 \|)", text, re.MULTILINE)
    }
    tested = {one.stem.removeprefix("test_") for one in CLIENTS.glob("test_*.py")} - {"copy", "seeds"}
    assert {name.replace("psycopg3", "psycopg") for name in named - {"client"}} == tested
