-- Functions of dates and times (PostgreSQL 15, 9.9) where DuckDB's differ or are missing.
--
-- The columns that a macro is called with may be of any type.  What it is worked out for a type says typeof(), which
-- is known when a statement is bound; CASE WHEN false THEN "~…"(x) has a type by the type of x (functions/overloads.py).

create macro "~pg"."~mirror".kind_of(moment) as "~kind"(typeof(moment));
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

-- Of numbers that are never zero: / and % as users write them look for it (number_functions.sql).
create macro "~pg"."~mirror".whole(number, divisor) as system.main."//"(number, divisor);
create macro "~pg"."~mirror".remainder(number, divisor) as system.main."%"(number, divisor);
create macro "~pg"."~mirror".quotient(number, divisor) as system.main."/"(number::double, divisor);

-- extract and date_part (9.9.1).  A token rule calls these by the name of the field: a numeric has a scale by it.
create macro "~pg"."~mirror".unsupported_field(field, moment) as
  "~pg"."~mirror".raise('0A000', 'unit "' || field || '" not supported for type ' || "~pg"."~mirror".kind_of(moment));
create macro "~pg"."~mirror".extract_unknown(field, moment) as "~pg"."~mirror".raise(
  '22023', 'unit "' || field || '" not recognized for type ' || "~pg"."~mirror".kind_of(moment)
)::decimal(1, 0);
create macro "~pg"."~mirror".part_unknown(field, moment) as "~pg"."~mirror".extract_unknown(field, moment)::double;

-- Fields of the calendar: not of a time; years are without a year 0.
create macro "~pg"."~mirror".without_zero(year) as year - (year <= 0)::bigint;
-- duckdb 1.5.5: the year of a timestamp with time zone before 1 is one of its era.
create macro "~pg"."~mirror".year_of(moment) as case
  when typeof(moment) = 'TIMESTAMP WITH TIME ZONE' and epoch_us(moment) < -62135500000000000
    and system.main.date_part('era', moment) = 0
  then 1 - system.main.date_part('year', moment)
  else system.main.date_part('year', moment)
end;
create macro "~pg"."~mirror".calendar_field(field, moment) as case
  when "~pg"."~mirror".is_time(moment) then "~pg"."~mirror".unsupported_field(field, moment)::bigint
  else system.main.date_part(field, moment)
end;
-- Of a moment, not of an interval either.
create macro "~pg"."~mirror".moment_field(field, moment) as case
  when typeof(moment) = 'INTERVAL' then "~pg"."~mirror".unsupported_field(field, moment)::bigint
  else "~pg"."~mirror".calendar_field(field, moment)
end;
create macro "~pg"."~mirror".decades(moment) as case
  when typeof(moment) = 'INTERVAL' then "~pg"."~mirror".whole(system.main.date_part('year', moment), 10)
  when "~pg"."~mirror".is_time(moment) then "~pg"."~mirror".unsupported_field('decade', moment)::bigint
  else floor("~pg"."~mirror".quotient("~pg"."~mirror".year_of(moment), 10))::bigint
end;
-- The first begins with the year 1, the one before it is -1.
create macro "~pg"."~mirror".ages(field, years, moment) as case
  when typeof(moment) = 'INTERVAL' then "~pg"."~mirror".whole(system.main.date_part('year', moment), years)
  when "~pg"."~mirror".is_time(moment) then "~pg"."~mirror".unsupported_field(field, moment)::bigint
  when "~pg"."~mirror".year_of(moment) > 0 then "~pg"."~mirror".whole("~pg"."~mirror".year_of(moment) + years - 1, years)
  else -"~pg"."~mirror".whole(years - "~pg"."~mirror".year_of(moment), years)
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
  then floor(system.main.date_part('epoch', moment))::bigint * 1000000
    + "~pg"."~mirror".remainder(system.main.date_part('microsecond', moment), 1000000)
    - system.main.date_part('timezone', moment) * 1000000
  else epoch_us(moment)
end;

-- What goes on for ever is infinite of an infinite moment, where the engine finds NULL and has no such DECIMAL.
create macro "~pg"."~mirror".finite(number, moment) as coalesce(number, case
  when moment is not null then "~pg"."~mirror".raise('0A000', 'cannot convert infinity to numeric')::bigint
end);
create macro "~pg"."~mirror".years(moment) as case
  when "~pg"."~mirror".is_time(moment) then "~pg"."~mirror".unsupported_field('year', moment)::bigint
  when typeof(moment) = 'INTERVAL' then system.main.date_part('year', moment)
  else "~pg"."~mirror".without_zero("~pg"."~mirror".year_of(moment))
end;
create macro "~pg"."~mirror".isoyears(moment) as
  "~pg"."~mirror".without_zero("~pg"."~mirror".moment_field('isoyear', moment));
create macro "~pg"."~mirror".extract_year(moment) as
  "~pg"."~mirror".finite("~pg"."~mirror".years(moment), moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_month(moment) as "~pg"."~mirror".calendar_field('month', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_quarter(moment) as
  "~pg"."~mirror".calendar_field('quarter', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_day(moment) as "~pg"."~mirror".calendar_field('day', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_dow(moment) as "~pg"."~mirror".moment_field('dow', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_isodow(moment) as "~pg"."~mirror".moment_field('isodow', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_doy(moment) as "~pg"."~mirror".moment_field('doy', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_week(moment) as "~pg"."~mirror".moment_field('week', moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_isoyear(moment) as
  "~pg"."~mirror".finite("~pg"."~mirror".isoyears(moment), moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_decade(moment) as
  "~pg"."~mirror".finite("~pg"."~mirror".decades(moment), moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_century(moment) as
  "~pg"."~mirror".finite("~pg"."~mirror".ages('century', 100, moment), moment)::decimal(18, 0);
create macro "~pg"."~mirror".extract_millennium(moment) as
  "~pg"."~mirror".finite("~pg"."~mirror".ages('millennium', 1000, moment), moment)::decimal(18, 0);
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
-- The type of a product follows from the factor's, which has no digits behind the point for a date.
create macro "~pg"."~mirror".extract_epoch(moment) as
  case
    when typeof(moment) = 'DATE' then "~pg"."~mirror".whole("~pg"."~mirror".finite(epoch_us(moment), moment), 1000000)
    else "~pg"."~mirror".finite("~pg"."~mirror".epoch_microseconds(moment), moment)
  end::decimal(19, 0)
  * cast_to_type(
    case when typeof(moment) = 'DATE' then 1 else 0.000001 end, case when false then "~fraction"(moment) end
  );
-- microseconds / 86400000000 in two parts of ten digits; where the second ends it is never half way between two digits.
create macro "~pg"."~mirror".fraction_of_day(microseconds) as
  "~pg"."~mirror".whole(microseconds * 100, 864)::decimal(11, 0) * 0.0000000001::decimal(10, 10)
  + "~pg"."~mirror".whole("~pg"."~mirror".remainder(microseconds * 100, 864) * 10000000000 + 432, 864)::decimal(11, 0)
  * 0.00000000000000000001::decimal(20, 20);
create macro "~pg"."~mirror".extract_julian(moment) as
  "~pg"."~mirror".finite(
    system.main.date_part('julian', system.main.date_trunc('day', moment))::bigint, moment
  )::decimal(18, 0)
  + cast_to_type(
    "~pg"."~mirror".fraction_of_day(epoch_us(moment) - epoch_us(system.main.date_trunc('day', moment))),
    case when false then "~julian"(moment) end
  );

-- date_part gives double precision, and knows infinite years.
create macro "~pg"."~mirror".monotonous(number, moment) as coalesce(
  number::double, try_cast(moment::varchar as double)
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
  "~pg"."~mirror".monotonous("~pg"."~mirror".years(moment), moment);
create macro "~pg"."~mirror".part_isoyear(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".isoyears(moment), moment);
create macro "~pg"."~mirror".part_decade(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".decades(moment), moment);
create macro "~pg"."~mirror".part_century(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".ages('century', 100, moment), moment);
create macro "~pg"."~mirror".part_millennium(moment) as
  "~pg"."~mirror".monotonous("~pg"."~mirror".ages('millennium', 1000, moment), moment);
create macro "~pg"."~mirror".part_second(moment) as
  "~pg"."~mirror".quotient(system.main.date_part('microseconds', moment), 1000000);
create macro "~pg"."~mirror".part_milliseconds(moment) as
  "~pg"."~mirror".quotient(system.main.date_part('microseconds', moment), 1000);
create macro "~pg"."~mirror".part_epoch(moment) as
  "~pg"."~mirror".monotonous(
    "~pg"."~mirror".quotient("~pg"."~mirror".epoch_microseconds(moment), 1000000), moment
  );
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
-- it becomes a timestamp with time zone: midnight of the same day either way, in a seventh of the time.  Where the
-- session's zone is UTC no calendar is asked, which takes a sixth of the time; infinity has no microseconds, and no year.
create macro "~pg"."~mirror".is_utc() as current_setting('TimeZone') in ('UTC', 'Etc/UTC', 'GMT', 'Etc/GMT');
create macro "~pg"."~mirror".in_utc(moment) as system.main.make_timestamp(epoch_us(moment));
create macro "~pg"."~mirror".from_utc(moment) as system.main.make_timestamptz(epoch_us(moment));
create macro "~pg"."~mirror".first_year(unit, year) as case unit
  when 'decade' then floor("~pg"."~mirror".quotient(year, 10))::integer * 10
  when 'century' then case
    when year > 0 then "~pg"."~mirror".whole(year + 99, 100) * 100 - 99
    else "~pg"."~mirror".whole(100 - year, 100) * -100 + 1
  end
  else case
    when year > 0 then "~pg"."~mirror".whole(year + 999, 1000) * 1000 - 999
    else "~pg"."~mirror".whole(1000 - year, 1000) * -1000 + 1
  end
end::integer;
-- A moment is bound with every mention of it: the lambdas, and a unit that does not ask for its type, keep them few.
create macro "~pg"."~mirror".truncated(field, unit, moment) as case
  when "~unit"(field) in ('decade', 'century', 'millennium') and typeof(moment) <> 'INTERVAL'
  then list_transform(
    [moment],
    lambda "~m": system.main.date_trunc('year', "~m") + to_years(coalesce(list_transform(
      ["~pg"."~mirror".year_of("~m")::integer],
      lambda "~y": "~pg"."~mirror".first_year("~unit"(field), "~y") - "~y"
    )[1], 0))
  )[1]
  else system.main.date_trunc(unit, moment)
end;
create macro "~pg"."~mirror".truncated_as(field, unit, moment, type) as case
  when typeof(moment) in ('DATE', 'TIMESTAMP WITH TIME ZONE') and "~pg"."~mirror".is_utc()
  then cast_to_type(coalesce(
    "~pg"."~mirror".from_utc("~pg"."~mirror".truncated(field, unit, "~pg"."~mirror".in_utc(moment))),
    try_cast(moment as timestamptz)
  ), type)
  when false then type
  else "~pg"."~mirror".truncated(field, unit, moment)
end;
create macro "~pg"."~catalog".date_trunc
  (field, moment) as "~pg"."~mirror".truncated_as(
    field, "~truncation"(field, typeof(moment)), moment, "~date_trunc"(moment)
  ),
  (field, moment, zone) as "~pg"."~catalog".timezone(zone, "~pg"."~mirror".truncated(
    field, "~truncation"(field, 'TIMESTAMP WITH TIME ZONE'), "~pg"."~catalog".timezone(zone, moment::timestamptz)
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
create macro "~pg"."~mirror".binned(stride, since) as
  "~pg"."~mirror".remainder("~pg"."~mirror".remainder(since, stride) + stride, stride);
create macro "~pg"."~catalog".date_bin(stride, source, origin) as case
  when epoch_us(source) is null then source
  else source - to_microseconds("~pg"."~mirror".binned(
    "~pg"."~mirror".stride(stride::interval), epoch_us(source) - epoch_us(origin)
  ))
end;

-- Fields to moments (9.9, table 9.33): the year before 1 is -1.  What most fields are the engine takes as they are.
create macro "~pg"."~mirror".is_plain_date(year, month, day) as
  year between 1 and 9999 and month between 1 and 12 and day between 1 and 28;
create macro "~pg"."~mirror".date_of(year, month, day) as case
  when "~pg"."~mirror".is_plain_date(year, month, day) then system.main.make_date(year, month, day)
  else "~make_date"(year, month, day)
end;
create macro "~pg"."~mirror".timestamp_of(year, month, mday, hour, min, sec) as case
  when "~pg"."~mirror".is_plain_date(year, month, mday)
    and hour between 0 and 23 and min between 0 and 59 and sec >= 0 and sec < 60
  then system.main.make_timestamp(
    epoch_us(system.main.make_date(year, month, mday)) + (hour * 60 + min) * 60000000::bigint + (sec * 1000000::double)::bigint
  )
  else "~make_timestamp"(year, month, mday, hour, min, sec)
end;
create macro "~pg"."~catalog".make_date
  (days) as system.main.make_date(days),
  (year, month, day) as "~pg"."~mirror".date_of(year::integer, month::integer, day::integer);
create macro "~pg"."~catalog".make_time(hour, min, sec) as
  "~make_time"(hour::integer, min::integer, sec::double);
create macro "~pg"."~catalog".make_timestamp
  (microseconds) as system.main.make_timestamp(microseconds),
  (year, month, mday, hour, min, sec) as "~pg"."~mirror".timestamp_of(
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
  "~pg"."~mirror".remainder(system.main.date_part('microseconds', moment), system.main.power(10, 6 - digits)::bigint),
  system.main.power(10, 6 - digits)::bigint,
  "~pg"."~mirror".is_before_2000(moment)
), 0)::bigint);
-- The engine's sum of times takes 24:00:00 for 00:00:00.
create macro "~pg"."~mirror".rounded_time(clock, digits) as case
  when clock > time '23:59:59' and "~pg"."~mirror".rounded(clock, digits) < time '01:00:00' then time '24:00:00'
  else "~pg"."~mirror".rounded(clock, digits)
end;

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
-- duckdb 1.5.5 leaves the seconds of an offset out, which zones had until 1972.
create macro "~pg"."~mirror".seconds_of_offset(moment) as
  "~pg"."~mirror".remainder(abs(system.main.date_part('timezone', moment::timestamptz)), 60);
create macro "~pg"."~mirror".text_with_offset(moment) as case
  when typeof(moment) = 'TIMESTAMP WITH TIME ZONE' and epoch_us(moment) < 94694400000000
    and "~pg"."~mirror".seconds_of_offset(moment) <> 0
  then moment::varchar || ':' || lpad("~pg"."~mirror".seconds_of_offset(moment)::varchar, 2, '0')
  else moment::varchar
end;
create macro "~pg"."~mirror".text_of_moment(moment) as case
  when contains(moment::varchar, '(BC)')
  then system.main.regexp_replace("~pg"."~mirror".text_with_offset(moment), '^(.*) \(BC\)(.*)$', '\1\2 BC')
  else "~pg"."~mirror".text_with_offset(moment)
end;
-- A text that is no literal, as a date or time (8.5).  What looks like ISO 8601 with a year from 1000 on the engine
-- casts by itself; where it cannot, and of all other texts, PostgreSQL's forms are read (functions/moment_casts.py).
create macro "~pg"."~mirror".read_moment(type, subject) as "~read_moment"(
  type, subject, epoch_us(system.main.now()), current_setting('TimeZone')
);
create macro "~pg"."~mirror".has_year(subject) as subject >= '1' and subject < ':';
create macro "~pg"."~mirror".date_of_text(subject) as coalesce(
  case
    when subject like '____-__-__' and "~pg"."~mirror".has_year(subject) then try_cast(subject as date)
  end,
  "~pg"."~mirror".read_moment('date', subject)::date
);
-- Of more than six digits behind the second the engine cuts some off; and it takes whatever offset stands there.
create macro "~pg"."~mirror".moment_of_text(subject) as coalesce(
  case
    when subject like '____-__-_____:__:__%' and "~pg"."~mirror".has_year(subject)
      and (strlen(subject) = 19 or system.main.regexp_full_match(subject[20:], '\.\d{1,6}'))
    then try_cast(subject as timestamp)
  end,
  "~pg"."~mirror".read_moment('timestamp', subject)::timestamp
);
create macro "~pg"."~mirror".instant_of_text(subject) as coalesce(
  case
    when subject like '____-__-_____:__:__%' and "~pg"."~mirror".has_year(subject)
      and (strlen(subject) = 19 or system.main.regexp_full_match(
        subject[20:], '(?:\.\d{1,6})?(?:Z|[-+](?:0\d|1[0-5])(?::?[0-5]\d)?)?'
      ))
    then try_cast(subject as timestamptz)
  end,
  "~pg"."~mirror".read_moment('timestamptz', subject)::timestamptz
);
create macro "~pg"."~mirror".time_of_text(subject) as coalesce(
  case
    when system.main.regexp_full_match(subject, '\d\d:\d\d:\d\d(?:\.\d{1,6})?') then try_cast(subject as time)
  end,
  "~pg"."~mirror".read_moment('time', subject)::time
);
create macro "~pg"."~mirror".zoned_time_of_text(subject) as
  "~pg"."~mirror".read_moment('timetz', subject)::timetz;
create macro "~pg"."~mirror".span_of_text(subject) as coalesce(
  case
    when system.main.regexp_full_match(subject, '-?\d{1,7} (?:second|minute|hour|day|week|month|year)s?')
    then try_cast(subject as interval)
  end,
  "~pg"."~mirror".read_moment('interval', subject)::interval
);
create macro "~pg"."~mirror".days_apart(day, other) as case
  when system.main.isfinite(day::date) and system.main.isfinite(other::date)
  then system.main."-"(day::date, other::date)
  when day is not null and other is not null
  then "~pg"."~mirror".raise('22008', 'cannot subtract infinite dates')::bigint
end::integer;
create macro "~pg"."~mirror".instants_apart(moment, other) as
  system.main."-"(system.main.timezone('UTC', moment::timestamptz), system.main.timezone('UTC', other::timestamptz));
-- A value of a type with a modifier, by whose type it is known again in a plan (engine/moment_columns.py); the optimizer
-- leaves the value alone.
create macro "~pg"."~mirror".modified(moment, modifier) as
  case when modifier::uinteger is null then null else moment end;
