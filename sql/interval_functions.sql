-- Functions of intervals (PostgreSQL 15, 9.9).  DuckDB's have months, days and microseconds, too.
create macro "~pg"."~catalog".make_interval(
  years := 0, months := 0, weeks := 0, days := 0, hours := 0, mins := 0, secs := 0
) as
  to_months((years * 12 + months)::integer)
  + to_days((weeks * 7 + days)::integer)
  + to_microseconds((hours * 60 + mins)::bigint * 60000000 + round(secs * 1000000)::bigint);

-- Parts that can be added up, and an interval of them (translate/dates/interval_sums.py).
create macro "~pg"."~mirror".months_of(span) as datepart('year', span) * 12 + datepart('month', span);
create macro "~pg"."~mirror".days_of(span) as datepart('day', span);
create macro "~pg"."~mirror".microseconds_of(span) as
  datepart('hour', span) * 3600000000 + datepart('minute', span) * 60000000 + datepart('microsecond', span);
create macro "~pg"."~mirror".span_of(months, days, microseconds) as
  to_months(months::integer) + to_days(days::integer) + to_microseconds(microseconds::bigint);

-- An instant and an interval: months, days, and then time.
create macro "~pg"."~mirror".moved_by(moment, span) as system.main."+"(
  system.main."+"(
    system.main."+"(moment, to_months("~pg"."~mirror".months_of(span)::integer)),
    to_days("~pg"."~mirror".days_of(span)::integer)
  ),
  to_microseconds("~pg"."~mirror".microseconds_of(span)::bigint)
);
create macro "~pg"."~mirror".moved_back_by(moment, span) as system.main."-"(
  system.main."-"(
    system.main."-"(moment, to_months("~pg"."~mirror".months_of(span)::integer)),
    to_days("~pg"."~mirror".days_of(span)::integer)
  ),
  to_microseconds("~pg"."~mirror".microseconds_of(span)::bigint)
);

create macro "~pg"."~catalog".justify_hours(span) as "~justify_hours"(span);
create macro "~pg"."~catalog".justify_days(span) as "~justify_days"(span);
create macro "~pg"."~catalog".justify_interval(span) as "~justify_interval"(span);

-- percentile_cont: of a list in order what lies at a fraction of it (interval_lerp of orderedsetaggs.c).
create macro "~pg"."~mirror".interval_between(low, high, part) as
  case when part = 0 then low else low + "//"(high - low, 1 / part::double) end;
create macro "~pg"."~catalog"."~interval_at"(ordered, fraction) as list_transform(
  [list_filter(ordered, lambda "~x": "~x" is not null)],
  lambda "~l": "~pg"."~mirror".interval_between(
    list_extract("~l", floor(fraction::double * (len("~l") - 1))::bigint + 1),
    list_extract("~l", ceil(fraction::double * (len("~l") - 1))::bigint + 1),
    fraction::double * (len("~l") - 1) - floor(fraction::double * (len("~l") - 1))
  )
)[1];
