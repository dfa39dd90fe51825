"""
char(n)s of several lengths in UNION and VALUES: what PostgreSQL 15 answers, the differential family of characters
says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pggate.translate.characters.combined_values import Measured, edit
from pggate.translate.characters.written_kinds import TextKind
from tests.translate import duck

if TYPE_CHECKING:
    from collections.abc import Mapping

MEASURED = {
    "c": Measured(TextKind.FIXED, 3),
    "d": Measured(TextKind.FIXED, 5),
    "v": Measured(TextKind.VARYING),
    "b": Measured(TextKind.OTHER),
}
COLUMNS = {"of_c": ["c", "a"], "of_d": ["d", "a"]}


def edited(sql: str) -> str | None:
    """With what is known of columns by their names, which a probe has in its marks."""

    def ask(probe: dict[str, Any]) -> Mapping[int, Measured]:
        text = duck.text(probe)
        return {
            1_900_000_000 + number: measured
            for number in range(9)
            for name, measured in MEASURED.items()
            if f"= {1_900_000_000 + number})) THEN ({name})" in text
        }

    tree = duck.tree(sql)
    return duck.text(tree) if edit(tree, ask, lambda source: COLUMNS.get(source["table_name"], [])) else None


def padded(name: str, length: int) -> str:
    return f"\"system\".main.rpad({name}, CAST(CAST({length} AS UINTEGER) AS INTEGER), ' ')"


C, D = f"{padded('c', 3)} AS c", f"{padded('d', 5)} AS c"


@pytest.mark.parametrize(
    "sql",
    [
        "select c, c || 'x' from t union all select c, 'x' from t",
        "select b from t union select c from t",
        "select * from t union all select d from t",
        "select c from t",
        "values ('a', 1)",
        "values (\"~char_bpchar\"('a', 3)), (\"~char_bpchar\"('b', 3))",
    ],
)
def test_of_one_length(sql: str) -> None:
    assert edited(sql) is None


def test_all_of_them() -> None:
    assert edited("select c from t union all select d from t order by 1") == (
        f"(SELECT {C} FROM t) UNION ALL (SELECT {D} FROM t) ORDER BY 1"
    )
    assert edited("select c from t union all select d from t order by c") == (
        f"(SELECT {C} FROM t) UNION ALL (SELECT {padded('d', 5)} AS c FROM t) ORDER BY c"
    )
    assert edited("select * from of_c union all select * from of_d") == (
        f"(SELECT {C}, a FROM of_c) UNION ALL (SELECT {D}, a FROM of_d)"
    )
    assert edited("select c, a from t union all select v, a from t") == (
        f"(SELECT {C}, a FROM t) UNION ALL (SELECT v, a FROM t)"
    )
    assert edited("values (\"~char_bpchar\"('a', 3)), ('b')") == (
        "SELECT * FROM (VALUES (\"~char_padded\"('a', 3)), ('b')) AS valueslist"
    )


def test_one_of_each() -> None:
    made = edited("with x as (select 1) select c, a from t union select d as x, a from t order by 1") or ""
    assert made.startswith('WITH x AS (SELECT 1)SELECT "~0" AS c, "~1" AS a FROM (SELECT DISTINCT ON (')
    assert 'DISTINCT ON ("system".main.rtrim("~0", \' \'), "~1")' in made
    assert "AS c, a, 0 FROM t) UNION ALL (SELECT " in made
    assert 'AS _("~0", "~1", "~side") ORDER BY "~side" ASC) AS _("~0", "~1")' in made
    assert made.endswith(' AS _("~0", "~1") ORDER BY 1')


def test_those_of_the_first() -> None:
    made = edited("select c from t except select v from t") or ""
    assert made.startswith(f'SELECT COALESCE({padded(chr(34) + "~0" + chr(34), 3)}, "~0") AS c FROM (')
    assert '(SELECT c FROM t) EXCEPT (SELECT "system".main.rtrim("system".main."left"(v, CAST(' in made
