-- Functions of dates and times (PostgreSQL 15, 9.9) where DuckDB's differ or are missing.
--
-- The columns that a macro is called with may be of any type.  What it is worked out for a type says typeof(), which
-- is known when a statement is bound; CASE WHEN false THEN "~…"(x) has a type by the type of x (types/overloads.py).

create macro "~pg"."~mirror".kind_of(moment) as case typeof(moment)
  when 'TIMESTAMP' then 'timestamp without time zone'
  when 'TIMESTAMP WITH TIME ZONE' then 'timestamp with time zone'
  when 'TIME' then 'time without time zone'
  when 'TIME WITH TIME ZONE' then 'time with time zone'
  else lower(typeof(moment))
end;
create macro "~pg"."~mirror".is_time(moment) as typeof(moment) in ('TIME', 'TIME WITH TIME ZONE');
create macro "~pg"."~mirror".has_zone(moment) as typeof(moment) in ('TIMESTAMP WITH TIME ZONE', 'TIME WITH TIME ZONE');
-- A date is a timestamp with time zone to functions that have no dates.
create macro "~pg"."~mirror".moment(moment) as case when false then "~moment"(moment) else moment end;

create macro "~pg"."~catalog".isfinite(moment) as
  moment::varchar not in ('infinity', '-infinity', 'inf', '-inf', 'nan');

-- AT TIME ZONE and timezone (9.9.4): a zone may be a name, an abbreviation, a POSIX rule or an interval.
create macro "~pg"."~catalog".timezone(zone, moment) as case
  when "~zone_seconds"(zone) is null
  then system.main.timezone("~zone_name"(zone::varchar), "~pg"."~mirror".moment(moment))
  else system.main.timezone('UTC', "~pg"."~mirror".moment(moment))
    + to_seconds("~zone_seconds"(zone) * case when typeof(moment) = 'TIMESTAMP' then -1 else 1 end)
end;

-- extract and date_part (9.9.1).  A token rule calls these by the name of the field: a numeric has a scale by it.
create macro "~pg"."~mirror".unsupported_field(field, moment) as
  "~pg"."~mirror".raise('0A000', 'unit "' || field || '" not supported for type ' || "~pg"."~mirror".kind_of(moment));
create macro "~pg"."~mirror".extract_unknown(field, moment) as "~pg"."~mirror".raise(
  '22023', 'unit "' || field || '" not recognized for type ' || "~pg"."~mirror".kind_of(moment)
)::decimal(1, 0);
create macro "~pg"."~mirror".part_unknown(field, moment) as "~pg"."~mirror".extract_unknown(field, moment)::double;

-- Fields of the calendar: not of a time, and without a year 0.
create macro "~pg"."~mirror".without_zero(year) as year - (year <= 0)::bigint;
create macro "~pg"."~mirror".calendar_field(field, moment) as case
  when "~pg"."~mirror".is_time(moment) then "~pg"."~mirror".unsupported_field(field, moment)::bigint
  else case when typeof(moment) = 'INTERVAL' or field not in ('year', 'isoyear')
    then system.main.date_part(field, moment)
    else "~pg"."~mirror".without_zero(system.main.date_part(field, moment))
  end
end;
-- Of a moment, not of an interval either.
create macro "~pg"."~mirror".moment_field(field, moment) as case
  when typeof(moment) = 'INTERVAL' then "~pg"."~mirror".unsupported_field(field, moment)::bigint
  else "~pg"."~mirror".calendar_field(field, moment)
end;
create macro "~pg"."~mirror".decades(moment) as case
  when typeof(moment) = 'INTERVAL' then "~pg"."~mirror".calendar_field('year', moment) // 10
  else floor(system.main.date_part('year', moment)::double / 10)::bigint
end;
-- The first begins with the year 1, the one before it is -1.
create macro "~pg"."~mirror".ages(field, years, moment) as case
  when typeof(moment) = 'INTERVAL' then "~pg"."~mirror".calendar_field('year', moment) // years
  when "~pg"."~mirror".is_time(moment) then "~pg"."~mirror".unsupported_field(field, moment)::bigint
  when system.main.date_part('year', moment) > 0 then (system.main.date_part('year', moment) + years - 1) // years
  else -((years - system.main.date_part('year', moment)) // years)
end;
create macro "~pg"."~mirror".zone_field(field, moment) as case
  when "~pg"."~mirror".has_zone(moment) then system.main.date_part(field, moment)
  else "~pg"."~mirror".unsupported_field(field, moment)::bigint
end;
-- Of the clock: extract has none of a date, date_part has 0.
create macro "~pg"."~mirror".clock_field(field, moment) as case
  when typeof(moment) = 'DATE' then "~pg"."~mirror".unsupported_field(field, moment)::bigint
  else system.main.date_part(field, moment)
end;
create macro "~pg"."~mirror".epoch_microseconds(moment) as case
  when typeof(moment) = 'INTERVAL'
  then epoch_us(moment) + system.main.date_part('year', moment) * 453600000000 -- a year of 365.25 days, not 360
  when typeof(moment) = 'TIME WITH TIME ZONE'
  then system.main.date_part('epoch', moment)::bigint * 1000000
    + system.main.date_part('microsecond', moment) % 1000000
    - system.main.date_part('timezone', moment) * 1000000
  else epoch_us(moment)
end;

create macro "~pg"."~mirror".extract_year(moment) as "~pg"."~mirror".calendar_field('year', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_month(moment) as "~pg"."~mirror".calendar_field('month', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_quarter(moment) as
  "~pg"."~mirror".calendar_field('quarter', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_day(moment) as "~pg"."~mirror".calendar_field('day', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_dow(moment) as "~pg"."~mirror".moment_field('dow', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_isodow(moment) as "~pg"."~mirror".moment_field('isodow', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_doy(moment) as "~pg"."~mirror".moment_field('doy', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_week(moment) as "~pg"."~mirror".moment_field('week', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_isoyear(moment) as "~pg"."~mirror".moment_field('isoyear', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_decade(moment) as case
  when "~pg"."~mirror".is_time(moment) then "~pg"."~mirror".unsupported_field('decade', moment)::bigint
  else "~pg"."~mirror".decades(moment)
end::decimal(18, 0);
create macro "~pg"."~mirror".extract_century(moment) as "~pg"."~mirror".ages('century', 100, moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_millennium(moment) as
  "~pg"."~mirror".ages('millennium', 1000, moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_timezone(moment) as "~pg"."~mirror".zone_field('timezone', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_timezone_hour(moment) as
  "~pg"."~mirror".zone_field('timezone_hour', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_timezone_minute(moment) as
  "~pg"."~mirror".zone_field('timezone_minute', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_hour(moment) as "~pg"."~mirror".clock_field('hour', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_minute(moment) as "~pg"."~mirror".clock_field('minute', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_microseconds(moment) as
  "~pg"."~mirror".clock_field('microseconds', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_second(moment) as
  ("~pg"."~mirror".clock_field('microseconds', moment)::decimal(12, 0) * 0.000001)::decimal(18, 6);
create macro "~pg"."~mirror".extract_milliseconds(moment) as
  ("~pg"."~mirror".clock_field('microseconds', moment)::decimal(12, 0) * 0.001)::decimal(18, 3);
create macro "~pg"."~mirror".extract_epoch(moment) as
  ("~pg"."~mirror".epoch_microseconds(moment) // 1000000)::decimal(18, 0)
  + "~fraction"(moment, "~pg"."~mirror".epoch_microseconds(moment));
create macro "~pg"."~mirror".extract_julian(moment) as
  floor(system.main.date_part('julian', moment))::decimal(18, 0)
  + "~julian"(moment, epoch_us(moment) - epoch_us(system.main.date_trunc('day', moment)));

-- date_part gives double precision, and knows infinite years.
create macro "~pg"."~mirror".monotonous(number, moment) as coalesce(
  number::double,
  case when moment is not null and not isfinite(moment) then moment::varchar::double end
);
create macro "~pg"."~mirror".part_month(moment) as "~pg"."~mirror".extract_month(moment)::double;
create macro "~pg"."~mirror".part_quarter(moment) as "~pg"."~mirror".extract_quarter(moment)::double;
create macro "~pg"."~mirror".part_day(moment) as "~pg"."~mirror".extract_day(moment)::double;
create macro "~pg"."~mirror".part_dow(moment) as "~pg"."~mirror".extract_dow(moment)::double;
create macro "~pg"."~mirror".part_isodow(moment) as "~pg"."~mirror".extract_isodow(moment)::double;
create macro "~pg"."~mirror".part_doy(moment) as "~pg"."~mirror".extract_doy(moment)::double;
create macro "~pg"."~mirror".part_week(moment) as "~pg"."~mirror".extract_week(moment)::double;
create macro "~pg"."~mirror".part_timezone(moment) as "~pg"."~mirror".extract_timezone(moment)::double;
create macro "~pg"."~mirror".part_timezone_hour(moment) as "~pg"."~mirror".extract_timezone_hour(moment)::double;
create macro "~pg"."~mirror".part_timezone_minute(moment) as "~pg"."~mirror".extract_timezone_minute(moment)::double;
create macro "~pg"."~mirror".part_hour(moment) as system.main.date_part('hour', moment)::double;
create macro "~pg"."~mirror".part_minute(moment) as system.main.date_part('minute', moment)::double;
create macro "~pg"."~mirror".part_microseconds(moment) as system.main.date_part('microseconds', moment)::double;
create macro "~pg"."~mirror".part_year(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".extract_year(moment), moment);
create macro "~pg"."~mirror".part_isoyear(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".extract_isoyear(moment), moment);
create macro "~pg"."~mirror".part_decade(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".extract_decade(moment), moment);
create macro "~pg"."~mirror".part_century(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".extract_century(moment), moment);
create macro "~pg"."~mirror".part_millennium(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".extract_millennium(moment), moment);
create macro "~pg"."~mirror".part_second(moment) as
  system.main.date_part('microseconds', moment)::double / 1000000;
create macro "~pg"."~mirror".part_milliseconds(moment) as
  system.main.date_part('microseconds', moment)::double / 1000;
create macro "~pg"."~mirror".part_epoch(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".epoch_microseconds(moment)::double / 1000000, moment);
create macro "~pg"."~mirror".part_julian(moment) as
  "~pg"."~mirror".monotonous(system.main.date_part('julian', moment), moment);

-- date_part of a field that is no literal.
create macro "~pg"."~mirror".part_of(field, moment) as case lower(field)
  when 'year' then "~pg"."~mirror".part_year(moment)
  when 'month' then "~pg"."~mirror".part_month(moment)
  when 'day' then "~pg"."~mirror".part_day(moment)
  when 'hour' then "~pg"."~mirror".part_hour(moment)
  when 'minute' then "~pg"."~mirror".part_minute(moment)
  when 'second' then "~pg"."~mirror".part_second(moment)
  when 'epoch' then "~pg"."~mirror".part_epoch(moment)
  when 'dow' then "~pg"."~mirror".part_dow(moment)
  when 'isodow' then "~pg"."~mirror".part_isodow(moment)
  when 'doy' then "~pg"."~mirror".part_doy(moment)
  when 'week' then "~pg"."~mirror".part_week(moment)
  when 'quarter' then "~pg"."~mirror".part_quarter(moment)
  when 'isoyear' then "~pg"."~mirror".part_isoyear(moment)
  when 'decade' then "~pg"."~mirror".part_decade(moment)
  when 'century' then "~pg"."~mirror".part_century(moment)
  when 'millennium' then "~pg"."~mirror".part_millennium(moment)
  when 'julian' then "~pg"."~mirror".part_julian(moment)
  when 'milliseconds' then "~pg"."~mirror".part_milliseconds(moment)
  when 'microseconds' then "~pg"."~mirror".part_microseconds(moment)
  when 'timezone' then "~pg"."~mirror".part_timezone(moment)
  when 'timezone_hour' then "~pg"."~mirror".part_timezone_hour(moment)
  when 'timezone_minute' then "~pg"."~mirror".part_timezone_minute(moment)
  else "~pg"."~mirror".part_unknown(field, moment)
end;

-- date_trunc (9.9.2).  Of decades and more DuckDB has those that begin with a round year.  A date is truncated before
-- it becomes a timestamp with time zone: midnight of the same day either way, in a seventh of the time.
create macro "~pg"."~mirror".first_year(unit, year) as case unit
  when 'decade' then floor(year::double / 10)::integer * 10
  when 'century' then case when year > 0 then (year + 99) // 100 * 100 - 99 else (100 - year) // 100 * -100 + 1 end
  else case when year > 0 then (year + 999) // 1000 * 1000 - 999 else (1000 - year) // 1000 * -1000 + 1 end
end::integer;
create macro "~pg"."~mirror".truncated(unit, moment) as case
  when unit in ('decade', 'century', 'millennium') and typeof(moment) <> 'INTERVAL'
  then system.main.date_trunc('year', moment) + to_years(
    "~pg"."~mirror".first_year(unit, system.main.date_part('year', moment))
    - system.main.date_part('year', moment)::integer
  )
  else system.main.date_trunc(unit, moment)
end;
create macro "~pg"."~catalog".date_trunc
  (field, moment) as case when false then "~truncated"(moment) else "~pg"."~mirror".truncated(
    "~truncation"(
      field, case when typeof(moment) = 'TIME' then 'interval' else "~pg"."~mirror".kind_of(moment) end
    ),
    moment
  ) end,
  (field, moment, zone) as "~pg"."~catalog".timezone(zone, "~pg"."~catalog".date_trunc(
    field, "~pg"."~catalog".timezone(zone, moment::timestamptz)
  ));

-- date_bin (9.9.3): the stride's beginning at or before a moment, counted from the origin.
create macro "~pg"."~mirror".stride(span) as case
  when system.main.date_part('year', span) <> 0 or system.main.date_part('month', span) <> 0
  then "~pg"."~mirror".raise(
    '0A000', 'timestamps cannot be binned into intervals containing months or years'
  )::bigint
  when epoch_us(span) <= 0
  then "~pg"."~mirror".raise('22008', 'stride must be greater than zero')::bigint
  else epoch_us(span)
end;
create macro "~pg"."~mirror".binned(stride, since) as (since % stride + stride) % stride;
create macro "~pg"."~catalog".date_bin(stride, source, origin) as case
  when not "~pg"."~catalog".isfinite(source) then source
  else source - to_microseconds("~pg"."~mirror".binned(
    "~pg"."~mirror".stride(stride::interval), epoch_us(source) - epoch_us(origin)
  ))
end;

-- Fields to moments (9.9, table 9.33): the year before 1 is -1.
create macro "~pg"."~catalog".make_date
  (days) as system.main.make_date(days),
  (year, month, day) as "~make_date"(year::integer, month::integer, day::integer);
create macro "~pg"."~catalog".make_time(hour, min, sec) as
  "~make_time"(hour::integer, min::integer, sec::double);
create macro "~pg"."~catalog".make_timestamp
  (microseconds) as system.main.make_timestamp(microseconds),
  (year, month, mday, hour, min, sec) as "~make_timestamp"(
    year::integer, month::integer, mday::integer, hour::integer, min::integer, sec::double
  );
create macro "~pg"."~catalog".make_timestamptz
  (microseconds) as system.main.make_timestamptz(microseconds),
  (year, month, mday, hour, min, sec) as
    "~pg"."~catalog".make_timestamp(year, month, mday, hour, min, sec)::timestamptz,
  (year, month, mday, hour, min, sec, timezone) as "~pg"."~catalog".timezone(
    "~offset_zone"(timezone), "~pg"."~catalog".make_timestamp(year, month, mday, hour, min, sec)
  );

-- A time with fewer digits behind the second: halves go away from the beginning of 2000, or from zero.
create macro "~pg"."~mirror".is_before_2000(moment) as case
  when typeof(moment) in ('TIMESTAMP', 'TIMESTAMP WITH TIME ZONE') then epoch_us(moment) < 946684800000000
  else false
end;
create macro "~pg"."~mirror".missing(rest, unit, halves_down) as case
  when 2 * abs(rest) >= unit + halves_down::bigint then sign(rest) * (unit - abs(rest)) else -rest
end;
create macro "~pg"."~mirror".rounded(moment, digits) as moment + to_microseconds(coalesce("~pg"."~mirror".missing(
  system.main.date_part('microseconds', moment) % (10 ** (6 - digits))::bigint,
  (10 ** (6 - digits))::bigint,
  "~pg"."~mirror".is_before_2000(moment)
), 0)::bigint);

-- Casts that DuckDB has not (8.5), and the texts that it writes otherwise: of the era, and of intervals.
create macro "~pg"."~mirror".time_of_moment(moment) as moment::timestamp::time;
create macro "~pg"."~mirror".span_of_time(clock) as to_microseconds(epoch_us(clock));
-- A time in the session's zone has the offset that it has there today.
create macro "~pg"."~mirror".at_offset(clock, seconds) as
  system.main.timezone(to_seconds(seconds), (clock - to_seconds(seconds))::timetz);
create macro "~pg"."~mirror".zoned_time(clock) as "~pg"."~mirror".at_offset(
  clock, system.main.date_part('timezone', (system.main.now()::timestamp::date + clock)::timestamptz)
);
create macro "~pg"."~mirror".time_of_span(span) as time '00:00:00' + span;
create macro "~pg"."~mirror".text_of_span(span) as "~span_text"(span) || '';
create macro "~pg"."~mirror".text_of_moment(moment) as case
  when contains(moment::varchar, '(BC)')
  then system.main.regexp_replace(moment::varchar, '^(.*) \(BC\)(.*)$', '\1\2 BC')
  else moment::varchar
end;
create macro "~pg"."~mirror".days_apart(day, other) as case
  when "~pg"."~catalog".isfinite(day) and "~pg"."~catalog".isfinite(other)
  then system.main."-"(day::date, other::date)
  when day is not null and other is not null
  then "~pg"."~mirror".raise('22008', 'cannot subtract infinite dates')::bigint
end::integer;
create macro "~pg"."~mirror".instants_apart(moment, other) as
  system.main."-"(system.main.timezone('UTC', moment::timestamptz), system.main.timezone('UTC', other::timestamptz));
-- A value of a type with a modifier; what the modifier is a result's description says (translate/moment_precisions.py).
create macro "~pg"."~mirror".modified(moment, modifier) as moment;
