"""
docs/live-views.md says what the tests of live views say.
"""

from __future__ import annotations

from pggate.views.refusals import HINTS
from tests.reference import generate_live_view_document as document
from tests.reference.documents import filled
from tests.views.test_refusals import REFUSED


def test_the_tables_are_those_of_the_tests() -> None:
    text = document.TARGET.read_text()
    assert text == filled(text, document.parts()), "python -m tests.reference.generate_live_view_document"


def test_every_refused_construct_has_its_hint() -> None:
    assert {said.partition(" (")[0] for _, said in REFUSED} <= HINTS.keys()
