"""
Queries made at random over two tables, that PostgreSQL takes: a seed always makes the same ones.

No expression of constants alone is NULL: the engine folds such a one, and its type is lost.  An expression of
a type is a template of TEMPLATES, a column or a literal; {int4} in a template is an expression
of that type again.  A query is a plain, grouped or windowed SELECT; its source is a table, a view, a join or
a query again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

COLUMNS: Final = {
    "int2": "smallint",
    "int4": "integer",
    "int8": "bigint",
    "num": "numeric",
    "dec": "numeric(10,2)",
    "f8": "double precision",
    "text": "text",
    "bool": "boolean",
    "date": "date",
    "ts": "timestamp",
}

SETUP: Final = (
    f"create table a (id integer, {', '.join(f'c_{name} {of_type}' for name, of_type in COLUMNS.items())})",
    """insert into a values
       (0, 1, 7, 3000000000, 1.5, 12.34, 0.1, 'a', true, '2024-02-29', '2024-02-29 10:11:12'),
       (1, -3, 0, 2, -2.25, -1.50, -7.175910407701813e-11, 'b c', false, '1999-01-01', '2023-12-31 23:59:59.123'),
       (2, 0, -5, -9, 0, 0.00, 1e10, '', null, null, '1970-01-01 00:00:00'),
       (3, null, null, null, null, null, null, null, true, '2023-12-31', null),
       (4, 7, 42, 0, 100.125, 7.05, 2.5, 'Zed', false, '2024-03-31', '2024-02-29 10:11:12')""",
    "create table b as select * from a where id > 0",
    "create view v as select * from a where id < 4",
)

# fmt: off
LITERALS: Final[Mapping[str, Sequence[str]]] = {
    "int2": ("2::smallint", "9::smallint"),
    "int4": ("3", "1", "7", "10"),
    "int8": ("3::bigint", "8::bigint"),
    "num":  ("1.5", "0.25", "'2.50'::numeric", "3.1"),
    "dec":  ("1.5::numeric(10,2)", "7::numeric(10,2)"),
    "f8":   ("0.1::float8", "5.960464477539063e-08::float8", "2::float8"),
    "text": ("'a'::text", "'Zed'::text"),
    "bool": ("true", "(2 > 1)"),
    "date": ("date '2024-02-29'", "date '2023-12-31'"),
    "ts":   ("timestamp '2024-02-29 10:11:12'", "timestamp '2023-12-31 23:59:59.123'"),
}

_ANY: Final = ("case when {bool} then {%s} else {%s} end", "coalesce({%s}, {%s})")
TEMPLATES: Final[Mapping[str, Sequence[str]]] = {
    "int2": ("({int2} - {int2})", "abs({int2})", "({int2} / nullif({int2}, 0))"),
    "int4": ("({int4} + {int2})", "({int4} % 7)", "length({text})", "({date} - {date})", "{num}::int4", "(-{int4})"),
    "int8": ("({int4} + {int8})", "({int8} / 2)", "{int4}::bigint", "greatest({int8}, {int4})"),
    "num":  ("({num} + {dec})", "({num} - {int8})", "({num} * 2)", "round({num}, 1)", "trunc({dec}, 1)", "ceil({num})",
             "({dec} / nullif({int4}, 0))", "({num} / nullif({num}, 0))", "extract(day from {ts})", "{int4}::numeric"),
    "dec":  ("{num}::numeric(10,2)", "{int4}::numeric(10,2)"),
    "f8":   ("({f8} * {int4})", "({f8} + {num})", "{num}::float8", "round({f8})", "sqrt(abs({f8}))", "floor({int4})"),
    "text": ("({text} || {int4})", "({text} || {date})", "upper({text})", "left({text}, 2)", "{int8}::text",
             "to_char({ts}, 'YYYY-MM')", "concat({text}, {int4})"),
    "bool": ("({int4} < {num})", "({text} = {text})", "({date} >= {ts})", "({num} is null)", "({bool} and {bool})",
             "(not {bool})", "({int8} between {int4} and {num})", "({text} like 'a%')", "({dec} in ({num}, 1.5))",
             "exists (select from b as z where z.id = {int4})"),
    "date": ("({date} + 3)", "{ts}::date", "least({date}, {date})"),
    "ts":   ("({ts} - interval '1 day')", "({date} + interval '1 month 2 hours')", "date_trunc('month', {ts})",
             "{date}::timestamp"),
}

AGGREGATES: Final = (
    ("count(*)", "int8"), ("count(distinct {int4})", "int8"), ("sum({int2})", "int8"), ("sum({int4})", "int8"),
    ("sum({int8})", "num"), ("sum({dec})", "num"), ("avg({int4})", "num"), ("avg(distinct {dec})", "num"),
    ("max({date})", "date"), ("min({text})", "text"), ("bool_or({bool})", "bool"),
    ("percentile_cont(0.5) within group (order by ({dec} + 0.5))", "f8"),
    ("percentile_disc(0.5) within group (order by {int4})", "int4"),
)
WINDOWS: Final = (
    ("sum({int4})", "int8"), ("avg({dec})", "num"), ("count({text})", "int8"), ("max({num})", "num"),
    ("avg({int8})", "num"), ("min({ts})", "ts"),
)
# fmt: on
_SLOT: Final = re.compile(r"\{(\w+)\}")


class Queries:
    """
    Args:
        chance: Decides everything.

    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names = 0

    def query(self, depth: int) -> tuple[str, dict[str, str]]:
        """
        A query, and its columns: name → type.
        """
        source, columns = self._source(depth)
        make = self._chance.choice((self._plain, self._grouped, self._windowed))
        return make(source, columns)

    def _source(self, depth: int) -> tuple[str, dict[str, str]]:
        if depth == 0 or self._chance.random() < 0.3:
            table = self._chance.choice("abv")
            return f"{table} as t", {"id": "int4"} | {f"c_{name}": name for name in COLUMNS}
        inner, columns = self.query(depth - 1)
        if self._chance.random() < 0.3:
            return f"(with q as ({inner}) select * from q) as t", columns
        return f"({inner}) as t", columns

    def _plain(self, source: str, columns: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        items = {self._name(): self._chance.choice(list(COLUMNS)) for _ in range(3)}
        made = [f"{self._expression(of_type, columns, 3)} as {name}" for name, of_type in items.items()]
        distinct = self._chance.choice(("", "", "distinct "))
        return (
            f"select {distinct}{', '.join(made)} from {source} where {self._expression('bool', columns, 2)}",
            items,
        )

    def _grouped(self, source: str, columns: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        key, of_key = self._name(), self._chance.choice(list(COLUMNS))
        expression = self._expression(of_key, columns, 2)
        found = {self._name(): self._aggregate(columns) for _ in range(2)}
        made = [f"{text} as {name}" for name, (text, _) in found.items()]
        group = self._chance.choice(("1", key))
        having = self._chance.choice(("", " having count(*) > 1", " having sum(1.5) > 2"))
        query = f"select {expression} as {key}, {', '.join(made)} from {source} group by {group}{having}"
        return query, {key: of_key} | {name: of_type for name, (_, of_type) in found.items()}

    def _aggregate(self, columns: Mapping[str, str]) -> tuple[str, str]:
        template, of_type = self._chance.choice(AGGREGATES)
        text = self._filled(template, columns, 2)
        if self._chance.random() < 0.3:
            text += f" filter (where {self._expression('bool', columns, 1)})"
        return text, of_type

    def _windowed(self, source: str, columns: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        template, of_type = self._chance.choice(WINDOWS)
        name, plain = self._name(), self._name()
        other = self._chance.choice(list(COLUMNS))
        over = self._chance.choice(("", f"partition by {self._expression('text', columns, 1)}"))
        items = (
            f"{self._filled(template, columns, 2)} over ({over}) as {name}, "
            f"{self._expression(other, columns, 2)} as {plain}"
        )
        return f"select {items} from {source}", {name: of_type, plain: other}

    def _expression(self, of_type: str, columns: Mapping[str, str], depth: int) -> str:
        own = [f"t.{name}" for name, its_type in columns.items() if its_type == of_type]
        if depth == 0 or self._chance.random() < 0.2:
            return self._chance.choice(own or LITERALS[of_type])
        if self._chance.random() < 0.1:
            return self._chance.choice(LITERALS[of_type])
        general = [template.replace("%s", of_type) for template in _ANY]
        return self._filled(self._chance.choice((*TEMPLATES[of_type], *general)), columns, depth - 1)

    def _filled(self, template: str, columns: Mapping[str, str], depth: int) -> str:
        return _SLOT.sub(lambda slot: self._expression(slot[1], columns, depth), template)

    def _name(self) -> str:
        self._names += 1
        return f"x{self._names}"
