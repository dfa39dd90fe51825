from __future__ import annotations

import pytest

from pggate.session.utilities import ACCEPTED, DONE, HINTS, refusal
from pggate.translate.kinds import Kind


@pytest.mark.parametrize(
    ("kind", "message", "hint"),
    [
        (Kind.LISTEN, "LISTEN is not supported", "Poll the topic; each commit is a snapshot."),
        (Kind.CREATE_SEQUENCE, "CREATE SEQUENCE is not supported", "Use uuid() or row_number()."),
        (Kind.CREATE_DOMAIN, "CREATE DOMAIN is not supported", None),
    ],
)
def test_refusal(kind: Kind, message: str, hint: str | None) -> None:
    error = refusal(kind)
    assert (error.code, error.message, error.hint) == ("0A000", message, hint)


def test_a_kind_is_done_accepted_or_refused() -> None:
    assert not DONE & ACCEPTED.keys()
    assert not HINTS.keys() & (DONE | ACCEPTED.keys())


def test_a_notice_is_worded_as_postgresql_words_them() -> None:
    for text in ACCEPTED.values():
        assert text[0].islower()
        assert not text.endswith(".")
    for hint in HINTS.values():
        assert hint[0].isupper()
        assert hint.endswith(".")
