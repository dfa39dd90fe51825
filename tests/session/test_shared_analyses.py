"""
What is known of a text serves others that differ in numbers: no answer may hang on what was asked before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pggate.wire import backend
from tests.session.conftest import cells

if TYPE_CHECKING:
    from pggate.session.live.gateway import Gateway
    from tests.session.conftest import Client, Connect

pytestmark = [pytest.mark.server, pytest.mark.slow]

# {n} is any number, {k} a small one, {e} another expression, {o} an operator; alternatives stand between ;
EXPRESSIONS = """
    {n}; -{n}; - {n}; +{n}; ({n}); a {o} {n}; a -{n}; a {o} {n} {o} {n}; {n} {o} {n}; {n} {o} a; a * -{n}; - - {n}
    case when a = {n} then {n} else {n} end; a between {n} and {n}; a in ({n}, {n}); not a = {n}; +{n} {o} -{n}
    a = {n} or a = {k} and {n} = {n}; a is distinct from {n}; a = any(array[{n}, {n}]); (a, {n}) = ({n}, a)
    exists (select 1 from t where a > {n}); (select max(a) from t where a < {n}); coalesce(a, {n})
    sum(a) over (order by a rows between {k} preceding and {k} following); ntile({k}) over (order by a)
    lag(a, {k}) over (order by a); count(*) filter (where a > {n}); string_agg(b, ',' order by a + {n})
    date '2020-01-01' + {k}; date '2020-01-01' - {k}; interval '{k}' day; interval '{n}'
    ts + {k} * interval '1 day'; time '10:00' + {k} * interval '1 h'; extract(year from date '2020-01-01' + {k})
    xs[{k}]; xs[{k}:{k}]; (array[{n}, {n}, {n}])[{k}]; array[{n}, {n}]; row({n}, a); j->{k}; j->>{k}; j -> {k}
    {n}::text; {n}::varchar({k}); -{k}::smallint; '{n}'::int; {n}::numeric(9,2); {n}::bool; a::bigint * {n}
    ({n} + a)::text; {n} / {n}; a / {n}; a % {n}; {k} ^ {k}; @ -{n}; |/ {n}; a << {k}; a & {n}; ~{n}; b || {n}
    1.5 + {n}; {n}.{n}; {n}e{k}; d * {n}; d + {n}; round(d, {k}); d {o} {n}.{k}; greatest(a, {n}); nullif(a, {n})
    substr(b, {k}, {k}); substring(b from {k} for {k}); chr(6{k}); power(a, {k}); to_char({n}, '999')
    pg_typeof({n}); pg_typeof(a + {n})
    a = '{n}'; b = '{n}'; d = '{n}'; ts = '{n}'; a::smallint = '{n}'; a = '{n}' and {n} = '{n}'; b = '{n}'::text
    date '2020-01-01' = '{n}'; (a = {n}) = '{n}'; b='{n}' or b = '{n}''x'; xs = '{n}'; j ->> 'a' = '{n}'
"""
SOURCES = """
    t; t x; v; t at (version => {k}); t at (version => 1 + {k}); t join t u using (a); t where {e}
    (select {e} as a, b, d, xs, j, ts from t) t; generate_series({k}, {k}) as g(a); (values ({n}), ({n})) as v(a)
    t where a = {n}
"""
ENDS = """
    ; order by {k}; order by {k} desc, {e}; order by a limit {k}; order by 1 offset {k}; group by {k}
    order by a, 1 limit {k} offset {k}; group by a having a > {n}; order by a + {n}; order by -{k}
    union all select {n}; union all select {e} from t order by {k}; order by a fetch first {k} rows only
    order by 1 limit {k} + {k}; limit 0; limit {n}
"""
OPERATORS = ("+", "-", "*", "=", "<", ">", "<=", ">=", "<>", "!=")
SMALL = ("0", "1", "2", "3")
NUMBERS = (
    *("0", "1", "2", "3", "5", "7", "10", "17", "007", "00", "32768", "99999", "123456789", "999999999"),
    *("1000000000", "1234567890", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808"),
)


def alternatives(texts: str) -> st.SearchStrategy[str]:
    return st.sampled_from(
        [text.strip() for line in texts.strip("\n").splitlines() for text in line.split(";")]
    )


PLACES = {
    "e": alternatives(EXPRESSIONS),
    "o": st.sampled_from(OPERATORS),
    "n": st.sampled_from(NUMBERS),
    "k": st.sampled_from(SMALL),
}


def filled(draw: st.DrawFn, text: str, places: str) -> str:
    """The text with something in these places."""
    while (place := re.search(rf"\{{([{places}])\}}", text)) is not None:
        text = text[: place.start()] + draw(PLACES[place[1]]) + text[place.end() :]
    return text


@st.composite
def texts_of_one_shape(draw: st.DrawFn) -> list[str]:
    """A statement, and the same twice with other numbers."""
    items = draw(st.lists(alternatives(EXPRESSIONS), min_size=1, max_size=2))
    star, called = draw(st.sampled_from(("", "*, "))), draw(st.sampled_from(("", " as x")))
    source, end = draw(alternatives(SOURCES)), draw(alternatives(ENDS))
    text = filled(draw, f"select {star}{', '.join(items)}{called} from {source} {end}", "eo")
    return [filled(draw, text, "nk") for _ in range(3)]


def answer(client: Client, sql: str) -> list[object]:
    """
    All that a client is told, by a simple query and an extended one.  The order of rows is left to the
    engine's threads.
    """
    told: list[object] = []
    for message in client.query(sql) + client.extended(sql):
        match message:
            case backend.DataRows():
                told.append(sorted(map(repr, cells(message))))
            case backend.ErrorResponse(error):
                told.append((error.code, error.message, error.position))
            case _:
                told.append(message)
    return told


def forget(gateway: Gateway) -> None:
    for cache in (gateway.caches.statements, gateway.caches.names):
        cache._entries.clear()


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=texts_of_one_shape())
def test_an_answer_does_not_hang_on_what_was_asked_before(
    prepared: tuple[Gateway, Client, Client], texts: list[str]
) -> None:
    gateway, first, second = prepared
    forget(gateway)
    warm = [answer(first, sql) for sql in texts]
    for sql, said in zip(texts, warm, strict=True):
        forget(gateway)
        assert answer(second, sql) == said, texts


@pytest.fixture
def prepared(opened: Gateway, connect: Connect) -> tuple[Gateway, Client, Client]:
    first = connect()
    first.run(
        "create table t (a int, b text, d decimal(6,2), xs int[], j json, ts timestamp)",
        "insert into t values (1, 'one', 1.25, '{1,2,3}', '[10,20,30]', '2020-01-01'),"
        " (2, 'two', 2.5, '{4,5}', '{\"a\":1}', '2021-01-01'), (3, null, null, null, null, null)",
        "create view v as select a, b, d, xs, j, ts from t where a > 1",
    )
    return opened, first, connect()
