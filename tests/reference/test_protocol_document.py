"""
docs/protocol.md says what pggate/wire does.
"""

from __future__ import annotations

import re

from pggate.wire.state import DISCARDED, ON_BACKEND, ON_FRONTEND, State
from tests.reference import generate_protocol_document as protocol
from tests.reference.documents import filled


def test_the_tables_are_those_of_the_program() -> None:
    text = protocol.TARGET.read_text()
    assert text == filled(text, protocol.parts()), "python -m tests.reference.generate_protocol_document"


def test_every_state_is_explained() -> None:
    assert set(protocol.meaning()) == {state.name for state in State}


def test_no_transition_is_left_out() -> None:
    parts = protocol.parts()
    for place, states in (
        ("on frontend", {before for before, _ in ON_FRONTEND}),
        ("discarded", {before for before, _ in DISCARDED}),
        ("on backend", {before for before, _ in ON_BACKEND} - {State.READY, State.FAILED}),
    ):
        assert set(re.findall(r"^\| `(\w+)`", parts[place], re.MULTILINE)) == {one.name for one in states}
