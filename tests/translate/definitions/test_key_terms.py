from __future__ import annotations

import pytest

from pggate.errors import PgError
from pggate.translate.definitions.key_terms import KeyTerms, actions
from pggate.translate.definitions.table_definitions import read
from pggate.translate.syntax import lexer


def test_actions_in_either_order() -> None:
    for written in (
        "on update cascade on delete set null (a, b)",
        "on delete set null (a, b) on update cascade",
    ):
        tokens = lexer.tokens(f"{written} deferrable")
        end = len(tokens) - 1
        assert actions(tokens, 0, len(tokens)) == (end, KeyTerms("c", "n"), ("a", "b"))


def test_when_rows_are_held_to_a_key_is_altered() -> None:
    found = read("alter table s.t alter constraint k deferrable initially deferred;")
    assert found.retimed == ("k", KeyTerms(deferrable=True, deferred=True))
    assert found.of_keys_alone
    assert read("alter table t alter constraint k").retimed == ("k", KeyTerms())
    with pytest.raises(PgError, match='at or near "on"'):
        read("alter table t alter constraint k on delete cascade")


@pytest.mark.parametrize(
    ("items", "sqlstate", "message"),
    [
        (
            "a int unique deferrable deferrable",
            "42601",
            "multiple DEFERRABLE/NOT DEFERRABLE clauses not allowed",
        ),
        (
            "a int unique not deferrable initially deferred",
            "42601",
            "constraint declared INITIALLY DEFERRED must be DEFERRABLE",
        ),
        ("a int unique not null deferrable", "42601", "misplaced DEFERRABLE clause"),
        ("a int check (a > 0) initially deferred", "42601", "misplaced INITIALLY DEFERRED clause"),
        ("a int, check (a > 0) deferrable", "0A000", "CHECK constraints cannot be marked DEFERRABLE"),
        ("a int, unique (a) deferrable not deferrable", "42601", "conflicting constraint properties"),
        ("a int references o match partial", "0A000", "MATCH PARTIAL not yet implemented"),
        (
            "a int references o on update set null (a)",
            "0A000",
            "a column list with SET NULL is only supported for ON DELETE actions",
        ),
        ("a int, foreign key (a) references o on delete cascade (a)", "42601", 'syntax error at or near "("'),
        ("a int references o on delete forget", "42601", 'syntax error at or near "forget"'),
        ("a int references o match nearly", "42601", 'syntax error at or near "nearly"'),
        ("a int references o on insert cascade", "42601", 'syntax error at or near "insert"'),
    ],
)
def test_what_contradicts_itself_is_refused(items: str, sqlstate: str, message: str) -> None:
    with pytest.raises(PgError) as raised:
        read(f"create table t ({items})")
    assert (raised.value.code, raised.value.message) == (sqlstate, message)
