"""
timestamptz, timetz and time zones, in a session in New York with its daylight-saving changes (manual 8.5.3, 9.9.4).
"""

from __future__ import annotations

from tests.differential.family import family, lines

VALUES = (
    "2024-02-29 12:34:56.789",
    "2024-07-01 12:00",
    "2024-03-10 02:30",
    "2024-03-10 01:59:59",
    "2024-11-03 01:30",
    "2024-11-03 01:30 EST",
    "2024-11-03 01:30 EDT",
    "2024-02-29 12:00+05:30",
    "2024-02-29 12:00Z",
    "2024-02-29 12:00 UTC",
    "2024-02-29 12:00 Europe/Berlin",
    "1850-01-01 00:00",
    "0001-01-01",
    "0044-03-15 BC",
    "infinity",
    "-infinity",
    "epoch",
    "9999-12-31 23:59:59",
    "2024-02-29 12:00-11:45:30",
    "2024-02-29 12:00 PST",
    "2024-02-29 12:00 nosuch/zone",
)
ZONES = (
    "UTC",
    "America/New_York",
    "Asia/Kolkata",
    "Europe/Berlin",
    "+03",
    "-03:30",
    "EST",
    "EST5EDT",
    "PDT",
    "CET",
    "nosuch/zone",
)
TIMES = (
    "12:00",
    "12:00+02",
    "12:00:00.5-03:30",
    "23:59:59+14",
    "24:00+00",
    "12:00 EST",
    "12:00 America/New_York",
    "25:00+01",
)
FIELDS = ("hour", "epoch", "timezone", "timezone_hour", "timezone_minute", "day", "doy", "second", "julian")

ZONED = family(
    "time zones",
    [f"'{value}'::timestamptz" for value in VALUES],
    [f"'{value}'::timestamptz::text" for value in VALUES[:8]],
    [f"('{value}' || '')::timestamptz" for value in VALUES],
    [f"('{value}' || '')::timetz" for value in TIMES],
    [f"timestamp '2024-07-01 12:00' at time zone '{zone}'" for zone in ZONES],
    [f"timestamptz '2024-07-01 12:00+00' at time zone '{zone}'" for zone in ZONES],
    [f"extract({field} from timestamptz '2024-07-01 12:30:15.5+00')" for field in FIELDS],
    [
        f"date_trunc('{field}', timestamptz '2024-03-10 12:34:56+00')"
        for field in ("hour", "day", "week", "month", "year")
    ],
    [f"'{value}'::timetz" for value in TIMES],
    lines("""
        timestamptz '2024-03-09 12:00' + interval '1 day', timestamptz '2024-03-09 12:00' + interval '24 hours'
        timestamptz '2024-11-02 12:00' + interval '1 day', timestamptz '2024-11-02 12:00' + interval '24 hours'
        timestamptz '2024-03-10 12:00' - timestamptz '2024-03-09 12:00', age(timestamptz '2024-03-10 12:00', timestamptz '2024-03-09 12:00')
        timestamptz '2024-01-31 12:00' + interval '1 month', timestamptz '2024-03-31' - interval '1 month'
        date_trunc('day', timestamptz '2024-07-01 02:00+00', 'Asia/Tokyo'), date_trunc('hour', timestamptz '2024-07-01 02:30+00', 'UTC')
        timestamptz '2024-07-01 12:00+00'::timestamp, timestamptz '2024-07-01 02:00+00'::date, timestamptz '2024-07-01 12:00+00'::time, timestamptz '2024-07-01 12:00+00'::timetz
        timestamp '2024-07-01 12:00'::timestamptz, date '2024-07-01'::timestamptz, timestamp '2024-03-10 02:30'::timestamptz
        timestamptz '2024-07-01 12:00+00' = timestamptz '2024-07-01 08:00-04', timestamptz '2024-07-01' < timestamp '2024-07-02', timestamptz '2024-07-01' = date '2024-07-01'
        timezone('UTC', timestamptz '2024-07-01 12:00'), timezone('Asia/Tokyo', timestamp '2024-07-01 12:00'), timezone(interval '2 hours', timestamptz '2024-07-01 12:00+00')
        timestamptz '2024-07-01 12:00+00' at time zone interval '-5 hours', timestamp '2024-07-01 12:00' at time zone interval '05:30'
        timestamptz '2024-07-01 12:00+00' at time zone 'UTC' at time zone 'Asia/Tokyo', time with time zone '12:00+00' at time zone 'Asia/Tokyo'
        timestamptz 'infinity' at time zone 'UTC', timestamp '-infinity' at time zone 'UTC'
        make_timestamptz(2024, 7, 1, 12, 0, 0), make_timestamptz(2024, 7, 1, 12, 0, 0, 'UTC')
        make_timestamptz(2024, 7, 1, 12, 0, 0, 'nosuch')
        date_bin('15 minutes', timestamptz '2024-07-01 12:34:56+00', timestamptz '2001-01-01')
        generate_series(timestamptz '2024-03-09', timestamptz '2024-03-11', interval '1 day')
        generate_series(timestamptz '2024-03-10', timestamptz '2024-03-10 04:00', interval '1 hour')
        to_timestamp(0), to_timestamp(1720000000.123456), to_timestamp('2024-07-01 12:00', 'YYYY-MM-DD HH24:MI')
        to_char(timestamptz '2024-07-01 12:00+00', 'YYYY-MM-DD HH24:MI:SS TZ'), to_char(timestamptz '2024-07-01 12:00+00', 'OF'), to_char(timestamptz '2024-07-01 12:00+00', 'TZH:TZM tz')
        min(x), max(x) from (values (timestamptz '2024-07-01 12:00+00'), ('2024-07-01 12:00+02'), (null)) v(x)
        x from (values (timestamptz '2024-07-01 12:00+00'), ('2024-07-01 12:00+02'), (null), ('infinity')) v(x) order by x
        array[timestamptz '2024-07-01 12:00+00', null], array[timetz '12:00+02']
        '2024-07-01 12:00:00.123456+00'::timestamptz(3), '12:00:00.123456+02'::timetz(0), timestamptz(0) '2024-07-01 12:00:00.6'
        cast('2024-07-01' as timestamp with time zone), timestamp with time zone '2024-07-01', cast('12:00' as time with time zone)
        extract(hour from timestamptz '2024-07-01 12:00+00' at time zone 'Asia/Tokyo'), date_part('timezone', timetz '12:00+02')
        timetz '12:00+02' = timetz '10:00+00', timetz '12:00+02' < timetz '12:00+00', timetz '12:00+02'::time, time '12:00'::timetz
        timetz '12:00+02' + interval '3 hours', date '2024-07-01' + timetz '12:00+02'
        pg_typeof(timestamp '2024-07-01' at time zone 'UTC')::text, pg_typeof(timestamptz '2024-07-01' at time zone 'UTC')::text, pg_typeof(timestamptz '2024-07-01'::date)::text
        (timestamptz '2024-07-01 02:00+00')::date = date '2024-06-30', current_setting('TimeZone')
        timestamptz '2024-07-01 12:00:00+00' || '', timestamptz '2024-07-01'::varchar(10)
        timestamptz 'today' = date_trunc('day', now()), now()::timestamptz(0) is null, 'now'::timestamptz <= clock_timestamp()
        now() at time zone 'UTC' = timezone('UTC', now()), localtimestamp = now()::timestamp
        timestamptz '2024-07-01' - interval '1 day', timestamptz '2024-07-01' - date '2024-06-30', now() - interval '1 day' < now()
        timestamptz '2024-03-31 01:00' - interval '1 month 2 hours', timestamptz '2024-03-31 01:00' + interval '1 month -2 hours', interval '1 month -2 hours' + timestamptz '2024-03-31 01:00'
        x - i, x + i from (values (timestamptz '2024-03-31 01:00', interval '1 month 2 hours'), ('2024-05-31 01:00', '-1 month 1 day 2 hours'), (null, null), ('infinity', '1 day')) v(x, i)
        max(x) - i, count(*) from (values (timestamptz '2024-03-11 01:00', interval '1 day 1 hour')) v(x, i) group by i
        greatest(timestamptz '2024-07-01', '2024-07-02 00:00+00'), coalesce(null, timestamptz '2024-07-01'), timestamptz '2024-07-01' between '2024-06-30' and '2024-07-02'
        to_json(timestamptz '2024-07-01 12:00+00'), to_jsonb(timestamp '2024-07-01 12:00'), row(timestamptz '2024-07-01 12:00+00')
        date_trunc('day', x)::date, count(*) from generate_series(timestamptz '2024-03-09 20:00', '2024-03-10 04:00', '4 hours') x group by 1 order by 1
        extract(epoch from timestamptz 'infinity'), extract(epoch from timestamp '2024-07-01 12:00')
        ('2024-07-05 10:00' || '')::timetz, ('2024-01-05 10:00' || '')::timetz
        ('no' || 'w')::timestamptz = now(), ('to' || 'day')::timestamptz = current_date, ('no' || 'w')::timetz = current_time
        ('today 10:' || '00+02')::timestamptz = (current_date || ' 10:00+02')::timestamptz
        x::timestamptz[] from (values (array['2024-01-05 10:00 Europe/Berlin', '2024-07-05'])) v(x)
        ('2024-01-05 10:00 Mars/' || 'City')::timestamptz
        timestamptz '1850-01-01 00:00+00'::text, timestamptz '0044-03-15 10:00+00 BC'::text, 'x' || timestamptz '1850-01-01 00:00+00', timestamptz '-infinity'::text
        x::text from (values (timestamptz '1850-01-01 00:00+00'), (null), ('2024-06-01 00:00+00'), ('infinity')) v(x)
        'x' || timestamptz '0044-03-15 10:00:00-04:56:02 BC' = 'x', concat(timestamptz '2024-07-01 12:00+00')
        isfinite(timestamptz 'infinity'), timestamptz 'infinity' + interval '1 day', date_trunc('day', timestamptz 'infinity')
    """),
    setup=["set timezone = 'America/New_York'"],
)
