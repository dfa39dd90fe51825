"""
What is left out: every clause of the table in a statement, and what the client is told.
"""

from __future__ import annotations

import pytest

from pggate.errors import Notice
from pggate.translate.definitions.left_out import LEFT_OUT, left_out
from pggate.translate.tokens import apply
from tests.translate import duck
from tests.translate.rules import NAMES

STATEMENTS = {
    ("SELECT", "FOR UPDATE"): "select a from t for update of t skip locked",
    ("SELECT", "FOR NO KEY UPDATE"): "select a from t for no key update nowait",
    ("SELECT", "FOR SHARE"): "select a from t for share",
    ("SELECT", "FOR KEY SHARE"): "select a from t for key share",
    ("CREATE TABLE", "TABLESPACE"): "create table t (a int) tablespace x",
    ("CREATE TABLE", "USING"): "create table t (a int) using heap",
    ("CREATE TABLE", "WITH"): "create table t (a int) with (fillfactor = 70)",
    ("CREATE TABLE", "WITHOUT OIDS"): "create table t (a int) without oids",
    ("CREATE VIEW", "WITH"): "create view v with (security_barrier) as select 1",
}


def test_every_clause_is_tried() -> None:
    assert STATEMENTS.keys() == LEFT_OUT.keys()


@pytest.mark.parametrize("place", STATEMENTS)
def test_left_out(place: tuple[str, str]) -> None:
    rewritten = apply(STATEMENTS[place], NAMES)
    assert duck.parses(rewritten.text)
    assert rewritten.notices == (left_out(*place),)


def test_the_notice() -> None:
    told = left_out("CREATE VIEW", "WITH")
    assert told == Notice("WITH is ignored", "01000", detail="Nobody sees more than the view shows.")
    for detail in LEFT_OUT.values():
        assert detail[0].isupper()
        assert detail.endswith(".")
