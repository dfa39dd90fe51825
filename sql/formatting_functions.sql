-- Data type formatting functions of dates and times (PostgreSQL 15, 9.8, table 9.28).
-- Called by Superset, Grafana, Metabase.  to_char of numbers is not among them.

-- A template as its patterns, texts in quotes, and characters that stand for themselves.
create macro "~pg"."~mirror".template_parts(template) as regexp_extract_all(
  template,
  '(?is)"[^"]*"|(?:FM)?(?:Y,YYY|IYYY|YYYY|YYY|YY|IYY|IY|HH24|HH12|HH|MONTH|MON|MM|MI|MS|DDD|DD|DAY|DY|SSSSS|SSSS|SS'
  || '|US|IDDD|ID|IW|WW|CC|RM|TZH|TZM|TZ|OF|A\.M\.|P\.M\.|AM|PM|B\.C\.|A\.D\.|BC|AD|FX|TM|[DQWJIY])|.'
);
create macro "~pg"."~mirror".unknown_pattern(part) as
  error('the pattern "' || part || '" of to_char, to_date and to_timestamp is not supported');
create macro "~pg"."~mirror".is_text_part(part) as
  part[1] = '"' or not regexp_full_match(part, '(?i)[A-Z].*') or (len(part) = 1 and part not similar to '[DQWJIYdqwjiy]');
create macro "~pg"."~mirror".text_part(part) as case when part[1] = '"' then part[2:-2] else part end;

-- A number as wide as its pattern, or without zeros in front after FM.
create macro "~pg"."~mirror".number_part(number, width, part) as
  case when lower(part[1:2]) = 'fm' then number::varchar else lpad(number::varchar, width, '0') end;
-- A name in upper case, in lower case or capitalized, as its pattern is, and blank-padded where that is said.
create macro "~pg"."~mirror".cased_part(name, pattern) as
  case pattern when upper(pattern) then upper(name) when lower(pattern) then lower(name) else name end;
create macro "~pg"."~mirror".name_part(name, width, part) as case
  when lower(part[1:2]) = 'fm' then "~pg"."~mirror".cased_part(name, part[3:])
  else rpad("~pg"."~mirror".cased_part(name, part), greatest(width, len(name))::integer, ' ')
end;

create macro "~pg"."~mirror".moment_part(moment, part) as case
  when "~pg"."~mirror".is_text_part(part) then "~pg"."~mirror".text_part(part)
  else case regexp_replace(lower(part), '^fm', '')
    when 'yyyy' then "~pg"."~mirror".number_part(year(moment), 4, part)
    when 'yy' then "~pg"."~mirror".number_part(year(moment) % 100, 2, part)
    when 'iyyy' then "~pg"."~mirror".number_part(isoyear(moment), 4, part)
    when 'q' then quarter(moment)::varchar
    when 'mm' then "~pg"."~mirror".number_part(month(moment), 2, part)
    when 'month' then "~pg"."~mirror".name_part(monthname(moment), 9, part)
    when 'mon' then "~pg"."~mirror".name_part(monthname(moment)[1:3], 3, part)
    when 'ww' then "~pg"."~mirror".number_part((dayofyear(moment) - 1) // 7 + 1, 2, part)
    when 'iw' then "~pg"."~mirror".number_part(weekofyear(moment), 2, part)
    when 'ddd' then "~pg"."~mirror".number_part(dayofyear(moment), 3, part)
    when 'dd' then "~pg"."~mirror".number_part(day(moment), 2, part)
    when 'd' then (dayofweek(moment) + 1)::varchar
    when 'id' then isodow(moment)::varchar
    when 'day' then "~pg"."~mirror".name_part(dayname(moment), 9, part)
    when 'dy' then "~pg"."~mirror".name_part(dayname(moment)[1:3], 3, part)
    when 'hh24' then "~pg"."~mirror".number_part(hour(moment), 2, part)
    when 'hh12' then "~pg"."~mirror".number_part((hour(moment) + 11) % 12 + 1, 2, part)
    when 'hh' then "~pg"."~mirror".number_part((hour(moment) + 11) % 12 + 1, 2, part)
    when 'mi' then "~pg"."~mirror".number_part(minute(moment), 2, part)
    when 'ss' then "~pg"."~mirror".number_part(second(moment), 2, part)
    when 'ms' then lpad((millisecond(moment) % 1000)::varchar, 3, '0')
    when 'us' then lpad((microsecond(moment) % 1000000)::varchar, 6, '0')
    when 'am' then "~pg"."~mirror".cased_part(case when hour(moment) < 12 then 'AM' else 'PM' end, part)
    when 'pm' then "~pg"."~mirror".cased_part(case when hour(moment) < 12 then 'AM' else 'PM' end, part)
    else "~pg"."~mirror".unknown_pattern(part)
  end
end;
create macro "~pg"."~mirror".interval_part(span, part) as case
  when "~pg"."~mirror".is_text_part(part) then "~pg"."~mirror".text_part(part)
  else case regexp_replace(lower(part), '^fm', '')
    when 'yyyy' then "~pg"."~mirror".number_part(year(span), 4, part)
    when 'mm' then "~pg"."~mirror".number_part(month(span), 2, part)
    when 'dd' then "~pg"."~mirror".number_part(day(span), 2, part)
    when 'hh24' then "~pg"."~mirror".number_part(hour(span), 2, part)
    when 'mi' then "~pg"."~mirror".number_part(minute(span), 2, part)
    when 'ss' then "~pg"."~mirror".number_part(second(span), 2, part)
    when 'ms' then lpad((millisecond(span) % 1000)::varchar, 3, '0')
    when 'us' then lpad((microsecond(span) % 1000000)::varchar, 6, '0')
    else "~pg"."~mirror".unknown_pattern(part)
  end
end;

create macro "~pg"."~catalog".to_char
  (moment timestamp, template varchar) as array_to_string(list_transform(
    "~pg"."~mirror".template_parts(template), lambda "~part": "~pg"."~mirror".moment_part(moment, "~part")), ''),
  (moment timestamptz, template varchar) as array_to_string(list_transform(
    "~pg"."~mirror".template_parts(template),
    lambda "~part": "~pg"."~mirror".moment_part(moment::timestamp, "~part")), ''),
  (span interval, template varchar) as array_to_string(list_transform(
    "~pg"."~mirror".template_parts(template), lambda "~part": "~pg"."~mirror".interval_part(span, "~part")), '');

-- What the template is for is done by then (translate/templates.py): strptime takes none but a constant one.
create macro "~pg"."~catalog".to_date(moment) as moment::date;
create macro "~pg"."~catalog".to_timestamp
  (seconds double) as system.main.to_timestamp(seconds),
  (moment timestamp) as moment::timestamptz;
