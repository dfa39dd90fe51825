from __future__ import annotations

import pytest

from pggate.engine.definitions import Relation, Target
from pggate.engine.plan import Bound
from pggate.errors import InsufficientPrivilege
from pggate.session.authorise import authorise
from pggate.session.cursors import Identity

TOPIC = Relation("lake:sales", "public", "t")
OTHER = Relation("lake:sales", "public", "a")
SCHEMA = Relation("lake:sales", "s", "")
CATALOG = Relation("~pg", "~catalog", "pg_class")
TEMPORARY = Relation("temp", "main", "tt")

MAY, MUST_BE_SUPERUSER, MAY_NOT = "both", "superuser", "nobody"


def reading(*relations: Relation, functions: tuple[str, ...] = (), unknown: tuple[str, ...] = ()) -> Bound:
    return Bound(
        "SELECT", frozenset(relations), table_functions=frozenset(functions), unknown=frozenset(unknown)
    )


def changing(relation: Relation, action: str = "insert") -> Bound:
    return Bound("INSERT", targets=frozenset({Target(relation, action)}))


@pytest.mark.parametrize(
    ("bound", "who", "message"),
    [
        (reading(), MAY, ""),
        (reading(CATALOG), MAY, ""),
        (reading(TOPIC), MUST_BE_SUPERUSER, "permission denied for relation t"),
        (reading(CATALOG, TOPIC, OTHER), MUST_BE_SUPERUSER, "permission denied for relation a"),
        (reading(TEMPORARY), MUST_BE_SUPERUSER, "permission denied for relation tt"),
        (reading(functions=("read_csv",)), MUST_BE_SUPERUSER, "permission denied for this statement"),
        (reading(unknown=("LOGICAL_X",)), MUST_BE_SUPERUSER, "permission denied for this statement"),
        (None, MUST_BE_SUPERUSER, "permission denied for this statement"),
        (changing(TOPIC), MUST_BE_SUPERUSER, "permission denied for relation t"),
        (changing(SCHEMA, "create"), MUST_BE_SUPERUSER, "permission denied for relation s"),
        (changing(CATALOG), MAY_NOT, 'permission denied: "pg_class" is a system catalog'),
        (changing(CATALOG, "drop"), MAY_NOT, 'permission denied: "pg_class" is a system catalog'),
    ],
)
def test_who_may(bound: Bound | None, who: str, message: str) -> None:
    for superuser in (True, False):
        identity = Identity("ann", "sales", 1, superuser)
        if who == MAY or (who == MUST_BE_SUPERUSER and superuser):
            authorise(identity, bound)
        else:
            with pytest.raises(InsufficientPrivilege) as caught:
                authorise(identity, bound)
            assert caught.value.message == message
