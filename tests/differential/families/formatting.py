"""
to_char, to_date, to_timestamp, to_number (manual 9.8).
"""

from __future__ import annotations

from tests.differential.family import family, filled, lines

MOMENT = "timestamp '2024-02-09 15:04:05.678901'"
DATE_PATTERNS = (
    "HH",
    "HH12",
    "HH24",
    "MI",
    "SS",
    "MS",
    "US",
    "FF1",
    "FF3",
    "FF6",
    "SSSS",
    "SSSSS",
    "AM",
    "pm",
    "A.M.",
    "Y,YYY",
    "YYYY",
    "YYY",
    "YY",
    "Y",
    "IYYY",
    "IY",
    "BC",
    "ad",
    "A.D.",
    "MONTH",
    "Month",
    "month",
    "MON",
    "Mon",
    "mon",
    "MM",
    "DAY",
    "Day",
    "day",
    "DY",
    "Dy",
    "dy",
    "DDD",
    "IDDD",
    "DD",
    "D",
    "ID",
    "W",
    "WW",
    "IW",
    "CC",
    "J",
    "Q",
    "RM",
    "rm",
    "FMMonth",
    "FMDD",
    "FMHH12",
    "DDth",
    "DDTH",
    "FMDDth",
    "TMMonth",
    "YYYY-MM-DD HH24:MI:SS",
    'YYYY"year"MM',
    "Day, DD  HH12:MI:SS",
    "FMDay, FMDD  HH12:MI:SS",
    "",
    "literal: x",
    '\\"quoted\\"',
    "HH24:MI:SS.US",
    "YYYYMMDD",
    "IYYY-IW-ID",
    "FMMM/FMDD/YY",
)
NUMBER_PATTERNS = (
    "9",
    "99",
    "999",
    "0",
    "000",
    "9999",
    "0999",
    "9990",
    "999.99",
    "99.9",
    "FM999.99",
    "FM990.00",
    "9,999",
    "9,999.99",
    "9G999D99",
    "L999",
    "S999",
    "999S",
    "MI999",
    "999MI",
    "PL999",
    "999PR",
    "SG999",
    "RN",
    "FMRN",
    "999th",
    "V99",
    "99V99",
    "EEEE",
    "9.99EEEE",
    "B999",
    "$999",
    "FM9,999,999.00",
    '999 "text"',
    "000.000",
    "FM0000",
)
NUMBERS = ("0", "12", "-12", "485", "1234.5678", "-0.1", "1e6::float8", "0.5", "12345678901", "null::int")

FORMATTING = family(
    "formatting",
    [f"to_char({MOMENT}, '{pattern}')" for pattern in DATE_PATTERNS],
    [
        f"to_char(timestamp '0044-12-31 00:00:00 BC', '{pattern}')"
        for pattern in ("YYYY BC", "IYYY", "CC", "DDD", "Day", "HH12 AM", "YYYY-MM-DD AD")
    ],
    filled(["to_char({}, '{}')"], ("12", "-12", "1234.5678"), NUMBER_PATTERNS),
    filled(["to_char({}, '{}')"], NUMBERS, ("999", "FM999D99", "S9999.9", "0000.00")),
    lines("""
        to_char(date '2024-02-09', 'DD.MM.YYYY'), to_char(time '15:04', 'HH12:MI'), to_char(timestamp 'infinity', 'YYYY')
        to_char(interval '1 day 02:03:04', 'HH24:MI:SS'), to_char(interval '-1 day', 'DD'), to_char(interval '100 hours', 'HH24')
        to_char(null::timestamp, 'YYYY'), to_char(timestamp '2024-02-09', null)
        to_char(timestamp '2024-01-01 00:00', 'HH12 HH24 AM'), to_char(timestamp '2024-01-01 12:00', 'HH12 HH24 PM')
        to_char(125, '999'), to_char(125.8::real, '999D9'), to_char(-125.8, '999D99S'), to_char(125::int8, 'FM000')
        to_char(0.1, '0.9'), to_char(0.1, '9.9'), to_char(-0.1, '9.9'), to_char(0, '9.99'), to_char(0.001, '9.99')
        to_char(1e10, '999'), to_char('NaN'::float8, '999'), to_char('inf'::float8, '999.9')
        to_char(12.5, '99'), to_char(13.5, '99'), to_char(-12.5, '99'), to_char(12.345, '99.99')
        to_char(4000, 'RN'), to_char(3999, 'RN'), to_char(0, 'RN')
        to_char(485, '999'), to_char(148.5, '999.999'), to_char(-485, '999S'), to_char(12.4, '99V999'), to_char(1, '9th'), to_char(2, '9th'), to_char(11, '99th')
        to_number('12,454.8-', '99G999D9S'), to_number('485', '999'), to_number('-34,338,492', '99G999G999'), to_number('$1.50', 'L9.99')
        to_number('abc', '999')
        to_number('', '999')
        to_number('1234', '99'), to_number('12', '9999'), to_number('1.5', '9.9'), to_number('<5>', '9PR')
        to_date('2024-02-09', 'YYYY-MM-DD'), to_date('09.02.2024', 'DD.MM.YYYY'), to_date('9 Feb 2024', 'DD Mon YYYY'), to_date('2024', 'YYYY'), to_date('24', 'YY'), to_date('99', 'YY')
        to_date('2024-1-5', 'YYYY-MM-DD'), to_date('  2024-02-09', 'YYYY-MM-DD'), to_date('20240209', 'YYYYMMDD'), to_date('2024 February', 'YYYY Month')
        to_date('', 'YYYY'), to_date(null, 'YYYY')
        to_date('2024-02-31', 'YYYY-MM-DD')
        to_date('2024-02-09', 'nonsense')
        to_date('44-02-09 BC', 'YYYY-MM-DD BC'), to_date('2000 366', 'YYYY DDD'), to_date('2451187', 'J')
        to_timestamp('2024-02-09 15:04:05', 'YYYY-MM-DD HH24:MI:SS'), to_timestamp('09/Feb/2024:15:04:05', 'DD/Mon/YYYY:HH24:MI:SS'), to_timestamp('2024-02-09 03:04 PM', 'YYYY-MM-DD HH:MI AM')
        to_timestamp('2024-02-09 15', 'YYYY-MM-DD HH12')
        to_timestamp('12:34:56', 'HH24:MI:SS')::time, to_timestamp('2024-02-09 15:04:05.678', 'YYYY-MM-DD HH24:MI:SS.MS'), to_timestamp('2024-02-09 15:04:05.678901', 'YYYY-MM-DD HH24:MI:SS.US')
        pg_typeof(to_char(1, '9'))::text, pg_typeof(to_number('1', '9'))::text, pg_typeof(to_date('2024', 'YYYY'))::text
        to_char(x, 'FM00') from generate_series(8, 11) x
        to_char(d, 'YYYY-MM') as month, count(*) from generate_series(date '2024-01-30', '2024-02-02', '1 day') d group by 1 order by 1
        to_char(sum(x), 'FM999,999.00') from (values (1234.5), (2)) v(x)
        to_char(current_date, 'YYYY')::int = extract(year from current_date)
    """),
)
