-- Mathematical functions and operators (PostgreSQL 15, 9.3) that DuckDB has not, and justify_ (9.9).
create macro "~pg"."~catalog".div(dividend, divisor) as trunc(dividend / divisor)::hugeint;
create macro "~pg"."~catalog"."|/"(number) as sqrt(number);
create macro "~pg"."~catalog"."||/"(number) as cbrt(number);

-- DuckDB's intervals have months, days and microseconds, too.
create macro "~pg"."~catalog".justify_hours(span) as
  to_months(datepart('year', span)::integer * 12 + datepart('month', span)::integer)
  + to_days((datepart('day', span) + datepart('hour', span) // 24)::integer)
  + to_microseconds(datepart('hour', span) % 24 * 3600000000 + datepart('minute', span) * 60000000
    + datepart('microsecond', span));
create macro "~pg"."~catalog".justify_days(span) as
  to_months((datepart('year', span) * 12 + datepart('month', span) + datepart('day', span) // 30)::integer)
  + to_days((datepart('day', span) % 30)::integer)
  + to_microseconds(datepart('hour', span) * 3600000000 + datepart('minute', span) * 60000000
    + datepart('microsecond', span));
