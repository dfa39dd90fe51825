"""
docs/types.md and sql/type_matrix.sql are what the generator makes of the map of types and the last run.
"""

from __future__ import annotations

from tests.differential.families import FAMILIES
from tests.differential.results import last
from tests.reference import generate_type_document as types
from tests.reference.documents import filled

AGAIN = "python -m tests.reference.generate_type_document"


def test_the_document() -> None:
    text = types.DOCUMENT.read_text()
    assert text == filled(text, types.parts()), AGAIN


def test_the_matrix() -> None:
    assert types.MATRIX.read_text() == types.matrix(), AGAIN


def test_the_last_run_was_of_every_family() -> None:
    assert [one.family for one in last()] == list(FAMILIES), "python -m tests.differential --keep"
