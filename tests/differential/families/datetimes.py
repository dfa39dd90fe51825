"""
date, time, timestamp: input, output, arithmetic, functions (manual 8.5, 9.9).
"""

from __future__ import annotations

from tests.differential.family import family, lines

DATES = (
    "2024-02-29",
    "0001-01-01",
    "9999-12-31",
    "1999-12-31",
    "0044-03-15 BC",
    "infinity",
    "-infinity",
    "epoch",
    "20240115",
    "Jan 8 1999",
    "8 January 1999",
    "1999.008",
    "1/8/1999",
    "J2451187",
    "2024-1-5",
    "99-01-08",
    "10000-01-01",
    "5874897-12-31",
    "4713-01-01 BC",
)
NO_DATES = ("2023-02-29", "2024-13-01", "abc", "", "2024-00-10", "5874898-01-01", "13/13/2020")
TIMES = (
    "00:00",
    "23:59:59.999999",
    "24:00:00",
    "12:30",
    "04:05:06 PM",
    "04:05 AM",
    "040506",
    "12:00:00.5",
    "allballs",
    "04:05:06.789-8",
)
NO_TIMES = ("25:00", "12:60", "24:00:01", "noon")
TIMESTAMPS = (
    "2024-02-29 12:34:56.789",
    "2024-02-29",
    "0001-01-01 00:00:00",
    "0044-03-15 12:00 BC",
    "infinity",
    "-infinity",
    "epoch",
    "2024-02-29T12:34:56",
    "2024-02-29 24:00:00",
    "Jan 8 04:05:06 1999 PST",
    "1999-01-08 04:05:06.1234567",
    "20240229T123456",
    "294276-12-31 23:59:59",
    "4713-01-01 00:00 BC",
    "2024-02-29 12:00:00+05",
)
FIELDS = (
    "century",
    "day",
    "decade",
    "dow",
    "doy",
    "epoch",
    "hour",
    "isodow",
    "isoyear",
    "microseconds",
    "millennium",
    "milliseconds",
    "minute",
    "month",
    "quarter",
    "second",
    "week",
    "year",
    "julian",
)
TRUNCATED = (
    "microseconds",
    "milliseconds",
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "millennium",
)
AGES = (
    ("2024-03-01", "2024-02-29"),
    ("2001-04-10", "1957-06-13"),
    ("2024-01-31", "2024-02-29"),
    ("2024-02-29 01:00", "2023-02-28 23:00"),
    ("2020-01-01", "2020-01-01"),
)

DATETIMES = family(
    "date/time",
    [f"'{value}'::date" for value in DATES + NO_DATES],
    [f"'{value}'::time" for value in TIMES + NO_TIMES],
    [f"'{value}'::timestamp" for value in TIMESTAMPS],
    # Of texts that are no literals
    [f"('{value}' || '')::date" for value in DATES + NO_DATES],
    [f"('{value}' || '')::time" for value in TIMES + NO_TIMES],
    [f"('{value}' || '')::timestamp" for value in TIMESTAMPS if not value.startswith("294276")],
    [f"('{value}' || '')::date::text" for value in DATES[:7]],
    [f"'{value}'::date::text" for value in DATES[:7]],
    [f"'{value}'::timestamp::text" for value in TIMESTAMPS[:7]],
    [f"extract({field} from timestamp '2024-02-29 12:34:56.789012')" for field in FIELDS],
    [f"extract({field} from date '2021-01-03')" for field in FIELDS],
    [f"date_part('{field}', timestamp '0044-03-15 12:00:00 BC')" for field in FIELDS],
    [
        f"extract({field} from time '13:30:25.575401')"
        for field in ("hour", "minute", "second", "milliseconds", "microseconds", "epoch", "day")
    ],
    [f"extract({field} from timestamp 'infinity')" for field in ("epoch", "year", "day", "hour", "century")],
    [f"date_trunc('{field}', timestamp '2024-02-29 12:34:56.789012')" for field in TRUNCATED],
    [f"date_trunc('{field}', date '2024-02-29')" for field in ("day", "week", "month", "year")],
    [f"date_trunc('{field}', timestamp '-infinity')" for field in ("day", "year")],
    [f"age(timestamp '{one}', timestamp '{other}')" for one, other in AGES],
    [f"timestamp '{one}' - timestamp '{other}'" for one, other in AGES],
    [f"timestamp(0) '{value}'" for value in TIMESTAMPS[:2]],
    [f"'2024-02-29 12:34:56.789512'::timestamp({places})" for places in range(7)],
    [f"'12:34:56.789512'::time({places})" for places in (0, 3, 6)],
    [
        f"to_date('{text}', '{form}')"
        for text, form in (
            ("2024-02-29", "YYYY-MM-DD"),
            ("05 Dec 2000", "DD Mon YYYY"),
            ("20240229", "YYYYMMDD"),
            ("29/02/24", "DD/MM/YY"),
            ("2024-060", "YYYY-DDD"),
            ("March 5, 2001", "Month DD, YYYY"),
            ("2024-02-30", "YYYY-MM-DD"),
            ("abc", "YYYY"),
            ("2006-42", "IYYY-IW"),
        )
    ],
    [
        f"to_timestamp('{text}', '{form}')"
        for text, form in (
            ("2024-02-29 12:34:56", "YYYY-MM-DD HH24:MI:SS"),
            ("05 Dec 2000 10:11 PM", "DD Mon YYYY HH12:MI PM"),
            ("2024-02-29T01:02:03.456", 'YYYY-MM-DD"T"HH24:MI:SS.MS'),
            ("1.5", "SS.MS"),
            ("12:34:56.789012", "HH24:MI:SS.US"),
        )
    ],
    lines("""
        date '2024-02-29' + 1, date '2024-02-29' - 1, 1 + date '2024-02-29'
        date '2024-02-29' + null, null - date '2024-02-29'
        date '2024-03-01' - date '2024-02-01', date '2024-01-01' - date '2024-12-31'
        date '2024-02-29' + time '03:00', date '2024-02-29' + interval '1 hour', date '2024-02-29' - interval '1 month'
        date '2024-02-29' + interval '1 year', date '2024-01-31' + interval '1 month', date '2024-03-31' - interval '1 month'
        date 'infinity' + 1, date '-infinity' - 1
        date 'infinity' - date '2024-01-01'
        timestamp '2024-02-29 12:00' + interval '1 day 2 hours', timestamp '2024-02-29' - interval '1 mon'
        timestamp 'infinity' + interval '1 day', timestamp '-infinity' - interval '1 day'
        timestamp 'infinity' - timestamp '2024-01-01'
        time '01:00' + interval '3 hours', time '23:00' + interval '3 hours', time '01:00' - interval '3 hours', time '05:00' - time '03:00'
        time '01:00' + date '2024-01-01'
        timestamp '2024-02-29 12:34:56'::date, timestamp '2024-02-29 12:34:56'::time, date '2024-02-29'::timestamp
        timestamp '2024-02-29 12:34:56'::text, date '2024-02-29'::text, time '12:34:56.5'::text
        '2024-02-29'::text::date, '2024-02-29 12:00'::text::timestamp, '12:00'::text::time
        'today'::date = current_date, 'tomorrow'::date - current_date, 'yesterday'::date - current_date
        'now'::timestamp is not null, pg_typeof('now'::timestamp)::text
        pg_typeof(now())::text, pg_typeof(current_timestamp)::text, pg_typeof(current_date)::text, pg_typeof(current_time)::text, pg_typeof(localtime)::text, pg_typeof(localtimestamp)::text
        pg_typeof(clock_timestamp())::text, pg_typeof(statement_timestamp())::text, pg_typeof(transaction_timestamp())::text, pg_typeof(timeofday())::text
        now() = current_timestamp, now() = transaction_timestamp(), now() - now(), now() <= clock_timestamp()
        current_timestamp(0) = date_trunc('second', current_timestamp(0)), current_timestamp(3) is null
        now()::date = current_date, localtimestamp(0) is null, current_time(2) is null
        make_date(2024, 2, 29), make_time(12, 34, 56.789), make_timestamp(2024, 2, 29, 12, 34, 56.5)
        make_date(-44, 3, 15)
        make_date(2023, 2, 29)
        make_time(25, 0, 0)
        make_timestamp(2024, 13, 1, 0, 0, 0)
        make_date(null, 1, 1)
        date_bin('15 minutes', timestamp '2020-02-11 15:44:17', timestamp '2001-01-01'), date_bin('1 day', timestamp '2020-02-11 15:44:17', timestamp '2001-01-01 12:00')
        date_bin('2 hours 30 minutes', timestamp '2020-02-11 15:44:17', timestamp '2001-01-01 00:02:30')
        date_bin('1 month', timestamp '2020-02-11', timestamp '2001-01-01')
        date_part('day', timestamp '2024-02-29'), date_part('year', date '2024-02-29'), date_part('epoch', timestamp '2024-02-29 12:00:00.5')
        date_part('nosuch', timestamp '2024-02-29')
        extract(nosuch from timestamp '2024-02-29')
        extract(year from null::timestamp), extract(hour from date '2024-02-29')
        extract(epoch from date '2024-02-29'), extract(epoch from timestamp '1969-12-31 23:59:59.5')
        extract(second from timestamp '2024-02-29 12:34:56'), extract(week from date '2005-01-01'), extract(isoyear from date '2006-01-01')
        pg_typeof(extract(year from date '2024-02-29'))::text, pg_typeof(date_part('year', date '2024-02-29'))::text
        extract(year from date '2024-02-29') + 1, extract(day from date '2024-02-29')::int
        extract('year' from date '2024-02-29'), extract(month from '2024-02-29'::date)
        date_trunc('nosuch', timestamp '2024-02-29')
        date_trunc('MONTH', timestamp '2024-02-29 12:00'), date_trunc('month', '2024-02-29'::date)::date, pg_typeof(date_trunc('month', date '2024-02-29'))::text
        date_trunc('week', timestamp '2024-01-01'), date_trunc('quarter', timestamp '2024-05-17'), date_trunc('century', timestamp '2000-05-17'), date_trunc('millennium', timestamp '2001-05-17')
        date_trunc('day', null::timestamp)
        age(timestamp '2024-03-01') is null, age(date '2024-03-01', date '2023-01-15'), age('2001-04-10'::timestamp, '1957-06-13')
        isfinite(date '2024-02-29'), isfinite(timestamp 'infinity'), isfinite(date '-infinity')
        (date '2024-01-01', date '2024-06-01') overlaps (date '2024-05-01', date '2024-12-01')
        (date '2024-01-01', interval '10 days') overlaps (date '2024-01-05', interval '1 day')
        (timestamp '2024-01-01', timestamp '2024-01-02') overlaps (timestamp '2024-01-02', timestamp '2024-01-03')
        date '2024-02-29' < date '2024-03-01', date '2024-02-29' = timestamp '2024-02-29', date '2024-02-29' < timestamp '2024-02-29 00:00:01'
        date '2024-02-29' = '2024-02-29', timestamp '2024-02-29' > '2024-02-28', date '2024-02-29' between '2024-01-01' and '2024-12-31'
        date '2024-02-29' in ('2024-02-29', '2024-03-01'), time '12:00' < '13:00'
        greatest(date '2024-01-01', '2024-02-01'), least(timestamp '2024-01-01', null)
        min(x), max(x) from (values (date '2024-01-01'), ('infinity'), (null), ('0044-01-01 BC')) v(x)
        min(x), max(x), count(x) from (values (timestamp '2024-01-01'), (null)) v(x)
        x from (values (date '2024-01-01'), ('infinity'), (null), ('-infinity'), ('0044-01-01 BC')) v(x) order by x
        x from (values (date '2024-01-01'), ('infinity'), (null)) v(x) order by x desc
        array[date '2024-01-01', null, 'infinity'], array[timestamp '2024-01-01 12:00', null], array[time '12:00']
        generate_series(date '2024-02-27', date '2024-03-01', interval '1 day')
        generate_series(timestamp '2024-01-31', timestamp '2024-05-01', interval '1 month')
        generate_series(timestamp '2024-01-01', timestamp '2024-01-02', interval '12 hours')
        d::date from generate_series(date '2024-02-27', '2024-03-01', '1 day') d
        to_timestamp(0), to_timestamp(1284352323.5), to_timestamp(-1.5), to_timestamp('Infinity'::float8)
        to_timestamp(1284352323)::date, pg_typeof(to_timestamp(0))::text
        timestamp 'epoch' + 86400 * interval '1 second', date 'epoch' + 10
        justify_days(interval '35 days'), justify_hours(interval '27 hours'), justify_interval(interval '1 mon -1 hour')
        date '2024-02-29'::varchar(4), timestamp '2024-02-29'::char(4)
        date '2024-02-29' || '', 'on ' || date '2024-02-29'
        coalesce(null::date, '2024-01-01'), nullif(date '2024-01-01', '2024-01-01'), case when true then date '2024-01-01' end
        cast('2024-02-29' as date), cast('2024-02-29' as timestamp), cast('12:00' as time without time zone), cast('2024-02-29' as timestamp without time zone)
        date '2024-02-29' is null, date '2024-02-29' is distinct from null
        12345::date
        date '2024-02-29'::int
        date '2024-02-29' + 1.5
        date '2024-02-29' + date '2024-02-29'
        time '12:00'::interval, interval '26 hours'::time, timestamp '2024-02-29 12:00'::time(0)
        timestamp '2024-02-29 23:59:59.9999999', time '23:59:59.9999999'
        timestamp '1000000-01-01'
        date '-2024-01-01'
        date_part('century', date '2000-12-31'), date_part('century', date '2001-01-01'), date_part('millennium', date '0001-01-01 BC')
        extract(dow from date '2024-03-03'), extract(isodow from date '2024-03-03'), extract(doy from date '2024-12-31')
        to_char(date '2024-02-29', 'YYYY-MM-DD'), to_char(timestamp '2024-02-29 15:04:05.678', 'DD Mon YYYY HH12:MI:SS.MS AM')
        date_trunc('hour', time '12:34'), date_part('hour', time '12:34')
        count(distinct date_trunc('month', x)) from generate_series(timestamp '2024-01-01', '2024-03-01', '1 day') x
        date_trunc('month', x)::date, count(*) from generate_series(timestamp '2024-01-01', '2024-03-01', '1 day') x group by 1 order by 1
        avg(x - timestamp '2024-01-01') from (values (timestamp '2024-01-02'), ('2024-01-03')) v(x)
        lag(x) over (order by x), x - lag(x) over (order by x) from (values (date '2024-01-02'), ('2024-01-05')) v(x)
        date(timestamp '2024-02-29 12:00'), timestamp(date '2024-02-29')
        timezone('UTC', timestamp '2024-02-29 12:00')
        date '2024-02-29' - interval '1 day' = timestamp '2024-02-28'
        last_day(date '2024-02-01')
        (date_trunc('month', date '2024-02-10') + interval '1 month - 1 day')::date
        date '2024-03-01' - time '10:20:30.5', timestamp '2024-03-01 10:20' + time '10:20:30.5', timestamp '2024-03-01 10:20' - time '10:20:30.5'
        timestamptz '2024-03-01 10:20+02' + time '10:20', timestamptz '2024-03-01 10:20+02' - time '10:20', time '10:20' + timestamptz '2024-03-01 10:20+02'
        time '10:20' + timestamp '2024-03-01 10:20', time '10:20' + timetz '10:20+02', timetz '10:20+02' + time '10:20', timetz '10:20+02' - time '10:20'
        date '2024-01-05' - '2024-01-01', timestamp '2024-01-05' - 'Jan 1 2024 10:00', timestamptz '2024-01-05' - '2024-01-01 10:00+02', time '10:00' - '09:00'
        '2024-01-05' - date '2024-01-01', 'Jan 5 2024' - timestamptz '2024-01-01', time '10:00' + '1 hour', time '10:00' - null, timetz '10:00' + '1 hour'
        timestamp '2024-01-05' - '1 day', date '2024-01-05' - '5', time '10:00' - '1 hour', max(d) - '2024-01-01' from (values (date '2024-01-05')) v(d)
        time '10:20:30.5' * 3, time '10:20:30.5' * 2.5, time '10:20:30.5' / 3, time '10:20:30.5' / 0.5::float8, - time '10:20', interval '1 day' - time '10:20'
        t * 2, t / 2, -t, x + t, x - t from (values (timestamp '2024-01-01 10:00', time '01:30')) v(x, t)
        x from (values (timestamp '2024-01-01 10:00', time '01:30')) v(x, t) where x + t > '2024-01-01 11:00'
        to_json(timetz '10:00+02'), to_jsonb(timetz '10:00:00.5-03:30')
        x::date, x::timestamp from (values ('2024-01-05'), ('Jan 5 2024'), ('0044-03-15 BC'), (null), ('20240105')) v(x)
        x::date, count(*) from (values ('Jan 5 2024'), ('20240105')) v(x) group by x::date
        max(x::date) over () from (values ('Jan 5 2024'), ('0044-03-15 BC')) v(x)
        x from (values ('Jan 5 2024'), ('0044-03-15 BC')) v(x) where x::date < '2024-01-01' order by x::date
        x::timestamp(3), x::time(1) from (values ('2024-01-05 10:00:00.123456')) v(x)
        ('2024-01-05T10:00:00' || '')::timestamp, ('2024-01-05 10:00:00.5+02' || '')::timestamp, ('2024-01-05 10:00:00.1234567' || '')::timestamp
        ('2024-01-05 10:00:00+99' || '')::timestamp
        ('2024-01-05 10:00:60' || '')::timestamp, ('2024-01-05 24:00:00' || '')::timestamp, ('1/5/2024' || '')::date
        ('-024-01-01' || '')::date
        ('0000-01-01' || '')::date
        ('2024-02-30 10:00:00' || '')::timestamp
        ('yester' || 'day')::date = current_date - 1, ('to' || 'day')::timestamp = current_date, ('no' || 'w')::timestamp = localtimestamp
        ('tomorrow 10' || ':00')::timestamp = current_date + 1 + time '10:00', ('10:00 to' || 'day')::timestamp = current_date + time '10:00'
        ('no' || 'w')::time = localtime, ('no' || 'w')::date = current_date
        ('to' || 'day')::time
        ('now 10:' || '00')::timestamp
        'Jan 5 2024'::varchar(10)::date, '20240105'::char(9)::date, 'Jan 5 2024'::name::date, '{"d": "Jan 5 2024"}'::json ->> 'd'
        array['Jan 5 2024', null, '20240105']::text[]::date[], string_to_array('10:00 PM;12:30', ';')::time[], array[['Jan 5 2024']]::text[][]::date[][]
        string_to_array('x;y', ';')::date[]
        array[date '0044-03-15 BC', null]::text[], array[timestamp '0044-03-15 10:00 BC']::varchar[]
        date '0044-03-15 BC' || 'x', 'x' || timestamp '0044-03-15 10:00:00 BC', 'x' || d from (values (date '0044-03-15 BC'), (null)) v(d)
        quote_literal(date '0044-03-15 BC'), quote_nullable(timestamp '0044-03-15 10:00 BC'), quote_literal('a (BC) b')
        format('%s %L', date '0044-03-15 BC', timestamp '0044-03-15 10:00 BC'), format('%2$s', 1, interval '1 day 02:00'), format('%s %s', true, null::date)
        array_to_string(array[date '0044-03-15 BC', null, '2024-01-05'], ',', '-'), array_to_string(array[['x (BC) y'], ['']], ','), array_to_string(x, ',') from (values (array[timestamp '0044-03-15 10:00 BC'])) v(x)
        concat(date '0044-03-15 BC', ' ', timestamp '0044-03-15 10:00:00 BC', true, 1.50), concat_ws('-', date '0044-03-15 BC', 1, null)
        array[date '0044-03-15 BC'] || date '2024-01-05', date '2024-01-05' || array[date '0044-03-15 BC']
    """),
)
