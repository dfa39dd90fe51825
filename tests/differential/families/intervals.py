"""
interval: input, output, arithmetic, functions (manual 8.5.4, 9.9).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

VALUES = (
    "1 year 2 months 3 days 04:05:06.789",
    "-1 year",
    "1 day",
    "00:00",
    "1 month -1 day",
    "-1 mon +1 day -00:00:01",
    "1.5 days",
    "1.5 months",
    "1.5 years",
    "P1Y2M3DT4H5M6S",
    "PT36H",
    "P-1M",
    "1-2",
    "3 4:05:06",
    "1 week",
    "1 decade",
    "100 hours",
    "1 day ago",
    "@ 1 minute",
    "0.000001 seconds",
    "178000000 years",
    "-00:00:01",
    "1 millennium 1 century",
    "10 days 25:00",
    "12:30",
    "-12:30:15.5",
    "2 mons",
    "1 hour 30 minutes",
    "1h 30m",
    "1 us",
    "5 ms",
    "30",
)
NO_VALUES = ("", "abc", "1 foo", "1 day 1 day x", "99999999999 years")
FIELDS = (
    "century",
    "day",
    "decade",
    "epoch",
    "hour",
    "microseconds",
    "millennium",
    "milliseconds",
    "minute",
    "month",
    "quarter",
    "second",
    "year",
)
FACTORS = ("2", "1.5", "-1", "0", "0.1", "1e-6::float8")

INTERVALS = family(
    "interval",
    [f"'{value}'::interval" for value in VALUES + NO_VALUES],
    [f"('{value}' || '')::interval" for value in VALUES + NO_VALUES],
    [f"'{value}'::interval::text" for value in VALUES[:8]],
    [
        f"extract({field} from interval '{value}')"
        for field in FIELDS
        for value in ("1 year 14 months 40 days 25:30:45.5", "-1 day -02:03:04.5")
    ],
    filled(["interval '1 month 1 day 01:00:00' * {}", "{} * interval '1 day'"], FACTORS),
    filled(["interval '1 month 1 day 01:00:00' / {}"], FACTORS),
    [
        f"date_trunc('{field}', interval '3 years 14 months 40 days 25:30:45.5')"
        for field in ("year", "month", "day", "hour", "minute", "second", "decade", "quarter")
    ],
    lines("""
        interval '1' year, interval '1' month, interval '1' day, interval '90' minute, interval '1.5' second
        interval '1-2' year to month, interval '1 12:30' day to minute, interval '12:30:15' hour to second, interval '1 12' day to hour
        interval '1 day 12:30:15.678' day to second(1), interval(0) '1.678 seconds', '1.678 seconds'::interval(1)
        interval '1 year 5 days' year, interval '25 hours' day
        interval '1 day' + interval '1 hour', interval '1 month' - interval '30 days', - interval '1 day 02:00', + interval '1 day'
        interval '1 day' = interval '24 hours', interval '1 month' = interval '30 days', interval '1 year' > interval '364 days'
        interval '1 mon' < interval '31 days', interval '1 day' is distinct from interval '24 hours'
        justify_days(interval '35 days'), justify_days(interval '-35 days'), justify_hours(interval '27 hours'), justify_hours(interval '-49 hours')
        justify_interval(interval '1 mon -1 hour'), justify_interval(interval '60 days 50 hours')
        make_interval(years => 1, months => 2, weeks => 1, days => 3, hours => 4, mins => 5, secs => 6.5)
        make_interval(days => 10), make_interval(1, 2, 3, 4, 5, 6, 7.5), make_interval()
        sum(x), avg(x), min(x), max(x) from (values (interval '1 day'), ('1 month'), (null), ('02:00')) v(x)
        sum(x) from (values (interval '1 day')) v(x) where false
        x from (values (interval '1 month'), ('30 days'), ('1 day'), (null), ('-1 year')) v(x) order by x, x::text
        distinct x from (values (interval '1 day'), ('24 hours')) v(x)
        array[interval '1 day', null, '02:00']
        interval '1 day' / 2, interval '1 month' / 3, interval '1 year' / 7
        interval '1 day' / 0
        interval '1 day' * null, interval '1 day' + null
        2 * interval '1 hour', interval '1 hour' * 3.5, 21 * interval '15 minutes'
        interval '1 day'::text || 'x', interval '1 day' || 'x'
        interval '100 days' + date '2024-01-01', date '2024-01-01' + interval '1 week', interval '1 day' + timestamp '2024-01-01'
        interval '3 hours' + time '01:00', time '01:00' - interval '2 hours'
        extract(epoch from interval '1 year'), extract(epoch from interval '1 month'), extract(epoch from interval '1.5 seconds')
        date_part('epoch', interval '1 year 1 day'), date_part('hour', interval '25:30'), date_part('second', interval '1.5 seconds')
        interval '1 year'::varchar, cast('1 day' as interval), '1 day'::text::interval, '02:00'::text::interval
        interval '26:00'::time, interval '-1 hour'::time
        pg_typeof(interval '1 day' * 2)::text, pg_typeof(timestamp '2024-01-02' - timestamp '2024-01-01')::text
        greatest(interval '1 day', '25 hours'), least(interval '1 day', null), coalesce(null, interval '1 day'), nullif(interval '1 day', '24 hours')
        interval '1 day' between '1 hour' and '1 month', interval '1 day' in ('24 hours')
        isfinite(interval '1 day')
        to_char(interval '1 day 15:02:12', 'DD HH24:MI:SS'), to_char(interval '15h 2m 12s', 'HH24:MI:SS'), to_char(interval '125 days', 'YYYY MM DD')
        interval '1 day 1 hour' * 0.5, interval '1 month' * 0.5, interval '1 year' * 0.1, interval '1 mon' * 1.234567
        interval '0', interval '1 microsecond' * 1000000, interval '-1', interval '1 minute 90 seconds'
        interval 'P1W', interval 'P0001-02-03T04:05:06', interval 'PT0.5S', interval 'P1.5D'
        interval '2147483647 months'
        interval '1 day' > interval '-1 day', - interval '1 mon 1 day', interval '-1 mon -1 day'
        count(*), x from (values (interval '1 day'), ('24:00')) v(x) group by x
        sum(b - a) from (values (timestamp '2024-01-01', timestamp '2024-01-02 12:00'), ('2024-01-01', '2024-01-01 01:00')) v(a, b)
        avg(b - a) from (values (timestamp '2024-01-01', timestamp '2024-01-02 12:00'), ('2024-01-01', '2024-01-01 01:00')) v(a, b)
        interval '1 day' * generate_series(1, 3)
        timestamp '2024-03-10' + n * interval '1 day' from generate_series(0, 2) n
        extract(day from timestamp '2024-03-10' - timestamp '2024-03-01'), (timestamp '2024-03-10' - timestamp '2024-03-01') > interval '5 days'
        -interval '1 year 2 mons 3 days 04:05:06', abs(extract(epoch from interval '-1 day'))
        interval '1 year -1 month', interval '-1 year 1 month', interval '1 month -30 days', interval '1 day -25:00'
        array[interval '1 mon -2 days']::text[], array['1 mon -2 days', null]::text[]::interval[], concat_ws(' ', interval '1 mon')
        to_json(interval '1 day 02:00'), row(interval '1 day'), array[interval '1 mon']::text
    """),
)
