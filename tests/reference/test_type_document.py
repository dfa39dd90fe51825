"""
docs/types.md and sql/type_matrix.sql are what the generator makes of the map of types and the last run.
"""

from __future__ import annotations

from tests.differential.accepted import ACCEPTED
from tests.differential.declared import REASONS
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


def test_the_last_run_was_of_what_is_asked_now() -> None:
    """Of every statement, with what is declared of them now."""
    ran = [(one.family, one.asked, one.declared) for one in last()]
    asked = [
        (
            family.name,
            sum(one not in ACCEPTED for one in family.statements),
            sum(one in REASONS for one in family.statements),
        )
        for family in FAMILIES.values()
    ]
    assert ran == asked, "docs/types.md is of another run: python -m tests.differential --keep"
