"""
DuckDB's own dialect over topics, while PostgreSQL's division, types and `*` over USING are in force: both protocols,
with and without parameters, the first time and again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.session.conftest import fields_of, rows_of, succeeded

if TYPE_CHECKING:
    from tests.session.conftest import Client, Row

pytestmark = pytest.mark.server

TOPICS: Final = (
    "create table sales (id int, shop text, item text, n int, price numeric(8,2), at timestamp)",
    """insert into sales values
       (1, 'north', 'tea', 7, 1.50, '2024-01-01 10:00'), (2, 'north', 'nut', 2, 4.00, '2024-01-01 11:00'),
       (3, 'south', 'tea', 5, 1.75, '2024-01-01 12:00'), (4, 'south', 'nut', 9, null, '2024-01-01 13:00')""",
    "create table rates (item text, rate int, at timestamp)",
    """insert into rates values ('tea', 10, '2024-01-01 09:00'), ('tea', 20, '2024-01-01 11:30'),
       ('nut', 30, '2024-01-01 10:30')""",
    "create table lists (id int, l int[], words text[])",
    "insert into lists values (1, '{1,2,7}', '{a,b}'), (2, '{}', '{c}'), (3, null, null)",
)

# fmt: off
ASKED: Final[list[tuple[str, list[str]]]] = [
    # FROM first
    ("from rates order by rate", ["tea|10|2024-01-01 09:00:00", "tea|20|2024-01-01 11:30:00", "nut|30|2024-01-01 10:30:00"]),
    ("from sales select id, n / {2} as half where n > 4 order by id", ["1|3", "3|2", "4|4"]),
    ("from (from sales select shop, n / 2 as half) select shop, sum(half) group by shop order by 1", ["north|4", "south|6"]),
    ("with s as (from sales where n > {4}) from s select count(*)", ["3"]),
    # EXCLUDE, REPLACE, RENAME
    ("select * exclude (at, price) from sales where id = {1}", ["1|north|tea|7"]),
    ("select s.* exclude (at, shop, item, price) from sales s where n / 2 = {2}", ["3|5"]),
    ("select * exclude (at, price, shop) replace (n / {2} as n) from sales order by id limit 2", ["1|tea|3", "2|nut|1"]),
    ("select * exclude (at) from sales join rates using (item, at)", []),
    ("select * exclude (id, price) from sales s join (from rates where rate > 20) r using (item, at) where s.id = {4}", []),
    ("select * from sales s join (from rates select item, rate where rate > {20}) r using (item) where s.id = 4",
     ["nut|4|south|9|None|2024-01-01 13:00:00|30"]),
    ("select * replace (upper(item) as item) from rates where rate = {30}", ["NUT|30|2024-01-01 10:30:00"]),
    ("select * rename (item as what) from rates where rate / 20 = {1} order by rate",
     ["tea|20|2024-01-01 11:30:00", "nut|30|2024-01-01 10:30:00"]),
    # QUALIFY
    ("select shop, item from sales qualify row_number() over (partition by shop order by n desc) = {1} order by 1",
     ["north|tea", "south|nut"]),
    ("select id, sum(n) over (partition by shop) as h, n / 2 from sales qualify h > {9} order by id", ["3|14|2", "4|14|4"]),
    # lambdas and comprehensions
    ("select id, list_transform(l, lambda x: x / {2}) from lists order by id", ["1|{0,1,3}", "2|{}", "3|None"]),
    ("select id, list_filter(l, lambda x: x % 2 = {1}) from lists order by id", ["1|{1,7}", "2|{}", "3|None"]),
    ("select list_reduce(l, lambda x, y: x + y) / 3 from lists where id = {1}", ["3"]),
    ("select [x / {2} for x in l if x > 1] from lists where id = 1", ["{1,3}"]),
    ("select [upper(w) || {5} for w in words] from lists where id < 3 order by id", ["{A5,B5}", "{C5}"]),
    ("select l[-1], l[1:2], l[2] / 2 from lists where id = {1}", ["None|{1,2}|1"]),
    # joins
    ("select s.id, r.rate / {4} from sales s asof join rates r on s.item = r.item and s.at >= r.at order by id",
     ["1|2", "2|7", "3|5", "4|7"]),
    ("select id, rate, n / 2 from sales asof join rates using (item, at) where n > {2} order by id",
     ["1|10|3", "3|20|2", "4|30|4"]),
    ("select id, rate from sales asof left join (from rates where rate < {15}) using (item, at) order by id",
     ["1|10", "2|None", "3|10", "4|None"]),
    ("select a.id / {2}, b.rate from (from sales order by id limit 3) a positional join (from rates order by rate) b",
     ["0|10", "1|20", "1|30"]),
    ("select id from sales semi join rates on sales.n * 2 = rates.rate and id > {0} order by id", ["3"]),
    ("select id from sales anti join rates on sales.n * 2 = rates.rate and id > {1} order by id", ["1", "2", "4"]),
    # PIVOT and UNPIVOT within SELECT
    ("select * from (select shop, item, n from sales where id > {0}) pivot (sum(n) for item in ('nut', 'tea')) order by shop",
     ["north|2|7", "south|9|5"]),
    ("select shop, tea / 2 from (from sales select shop, item, n) pivot (max(n) for item in ('nut', 'tea')) where nut > {1} order by 1", ["north|3", "south|2"]),
    ("select name, value / {2} from (select 7 as a, 4 as b) unpivot (value for name in (a, b)) order by 1", ["a|3", "b|2"]),
    # ALL, COLUMNS
    ("select shop, n / {5} as k, count(*) from sales group by all order by all", ["north|0|1", "north|1|1", "south|1|2"]),
    ("select item, avg(n), sum(price) from sales where id > {0} group by all order by all",
     ["nut|5.5000000000000000|4.00", "tea|6.0000000000000000|3.25"]),
    ("select n / 2, id from sales where id <= {3} order by all desc", ["3|1", "2|3", "1|2"]),
    ("select max(columns(*)) from rates where rate < {25}", ["tea|20|2024-01-01 11:30:00"]),
    ("select columns('^i') from sales where id = {2}", ["2|nut"]),
    ("select columns(lambda c: c in ('id', 'n')) / {2} from sales order by id", ["0|3", "1|1", "1|2", "2|4"]),
    ("select columns(* exclude (at, price, shop, item)) from sales where id = {1}", ["1|7"]),
    # samples
    ("select count(*) from sales using sample 100 percent (bernoulli) where id > {0}", ["4"]),
    ("select count(*) / {3} from (from sales using sample 4 rows)", ["1"]),
    ("select count(*) from sales tablesample reservoir(100%) where n > {2}", ["3"]),
    # BY NAME
    ("select 1 as a, 7 / {2} as b union by name select 'x' as c, 2 as a order by a", ["1|3|None", "2|None|x"]),
    ("select item, rate from rates where rate = {30} union all by name from sales select n / 2 as rate, item where id = 1 order by rate", ["tea|3", "nut|30"]),
    # what else a topic is asked with
    ("select id, n // {2}, n % 2 from sales order by id limit 1", ["1|3|1"]),
    ("select {1}, struct_extract({'a': n / 2}, 'a') from sales where id = 1", ["1|3"]),
    ("select arg_max(item, n), max_by(shop, n / {2}) from sales", ["nut|south"]),
    ("select list(n / {2} order by id), any_value(7 / 2) from sales", ["{3,1,2,4}|3"]),
    ("select id as k, k + 1 as next from sales where next > 3 order by k", ["3|4", "4|5"]),
    ("select x / {2} from range(3, 6) r(x)", ["1", "2", "2"]),
    ("select count() from sales where item ilike 't%' and n > {5}", ["1"]),
]
# fmt: on

NUMBER: Final = re.compile(r"\{(\d+)\}")


def shown(rows: list[Row]) -> list[str]:
    return ["|".join(map(str, row)) for row in rows]


@pytest.fixture
def topics(session: Client) -> Client:
    session.run(*TOPICS)
    return session


@pytest.mark.parametrize(("asked", "rows"), ASKED, ids=[sql for sql, _ in ASKED])
def test_rows(topics: Client, asked: str, rows: list[str]) -> None:
    written = NUMBER.sub(r"\1", asked)
    values = NUMBER.findall(asked)
    bound = NUMBER.sub("$1", asked)
    for _ in range(2):
        assert shown(topics.rows(written)) == rows
        assert shown(rows_of(succeeded(topics.extended(written)))) == rows
        assert shown(rows_of(succeeded(topics.extended(bound, values)))) == rows
    assert fields_of(topics.query(written)) == fields_of(topics.extended(written))
