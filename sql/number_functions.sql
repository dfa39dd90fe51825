-- Mathematical functions and operators (PostgreSQL 15, 9.3) that DuckDB has not.
-- DuckDB has NULL for a division by zero.  integer_division makes a // of / .  A divisor that is a constant
-- folds away, and a whole number among constants is an integer, whatever stands on the other side.
create macro "~pg"."~mirror".divisor(number, dividend) as case
  when number = 0 and dividend is not null then "~pg"."~mirror".raise('22012', 'division by zero')
  else number
end;
create macro "~pg"."~catalog"."/"(dividend, divisor) as
  system.main."/"(dividend, "~pg"."~mirror".divisor(divisor, dividend));
create macro "~pg"."~catalog"."//"(dividend, divisor) as
  system.main."//"(dividend, "~pg"."~mirror".divisor(divisor, dividend));
create macro "~pg"."~catalog"."%"(dividend, divisor) as
  system.main."%"(dividend, "~pg"."~mirror".divisor(divisor, dividend));
create macro "~pg"."~catalog".mod(dividend, divisor) as
  system.main.mod(dividend, "~pg"."~mirror".divisor(divisor, dividend));
-- Of integers it is exact.  What the remainder of others leaves is a multiple of the divisor, so that the double between
-- is exact up to 2^53.
create macro "~pg"."~catalog".div(dividend, divisor) as case
  when typeof(dividend) like '%INT%' and typeof(divisor) like '%INT%'
  then system.main."//"(dividend::hugeint, "~pg"."~mirror".divisor(divisor, dividend)::hugeint)
  else system.main.round(
    system.main."/"(dividend - system.main."%"(dividend, "~pg"."~mirror".divisor(divisor, dividend)), divisor)
  )::hugeint
end;
create macro "~pg"."~catalog".factorial(number) as system.main.factorial(number::integer);

-- Digits behind the point: as they are written, and without zeros at the end.
create macro "~pg"."~catalog".scale(number) as
  system.main.length(system.main.split_part(number::varchar, '.', 2))::integer;
create macro "~pg"."~catalog".min_scale(number) as
  system.main.length(system.main.rtrim(system.main.split_part(number::varchar, '.', 2), '0'))::integer;
-- numeric without a precision (pggate/decimals.py), which shows no such zeros.
create macro "~pg"."~catalog".trim_scale(number) as number::decimal(38, 11);

-- The texts of what stands for it: no zeros at the end, or those of a quotient (types/unconstrained.py).
create macro "~pg"."~mirror".trimmed_text(number) as
  system.main.rtrim(system.main.rtrim(number::varchar, '0'), '.');
-- Floats in plain notation have the same digits in DuckDB, but for a .0 behind whole numbers, and one digit too many
-- where the last lies half way between two: only a multiple of 2^-21 (2^-13) is written out so far, in 17 (9) digits.
create macro "~pg"."~mirror".float8_text(number) as case
  when number is null or number = 0 or abs(number) between 1e-4::double and 999999999999999::double and (
    number * 2097152::double <> system.main.trunc(number * 2097152::double)
    or system.main.length(number::varchar) <= 17
  )
  then "~pg"."~mirror".trimmed_text(number)
  else "~float_text"(number)
end;
create macro "~pg"."~mirror".float4_text(number) as case
  when number is null or number = 0 or abs(number) between 1e-4::float and 999999::float and (
    number * 8192::float <> system.main.trunc(number * 8192::float)
    or system.main.length(number::varchar) <= 8
  )
  then "~pg"."~mirror".trimmed_text(number)
  else "~float_text"(number)
end;
create macro "~pg"."~mirror".quotient_text(number, most) as case
  when number is null then null
  when abs(number) < 1 then system.main.round(number, most)::varchar
  when abs(number) < 10000 then system.main.round(number, least(16, most))::varchar
  when abs(number) < 100000000 then system.main.round(number, 12)::varchar
  when abs(number) < 1000000000000 then system.main.round(number, 8)::varchar
  when abs(number) < 10000000000000000 then system.main.round(number, 4)::varchar
  else system.main.round(number, 0)::varchar
end;

-- Powers, and what is beyond a double precision.
create macro "~pg"."~catalog".power(base, exponent) as case
  when base = 0 and exponent < 0
  then "~pg"."~mirror".raise('2201F', 'zero raised to a negative power is undefined')
  when base < 0 and exponent <> system.main.floor(exponent::double)
  then "~pg"."~mirror".raise(
    '2201F', 'a negative number raised to a non-integer power yields a complex result'
  )
  else system.main.power(base, exponent)
end;
create macro "~pg"."~catalog".pow(base, exponent) as "~pg"."~catalog".power(base, exponent);
create macro "~pg"."~catalog"."^"(base, exponent) as "~pg"."~catalog".power(base, exponent);
create macro "~pg"."~catalog"."**"(base, exponent) as "~pg"."~catalog".power(base, exponent);
create macro "~pg"."~catalog".exp(exponent) as case
  when exponent > 709.782712893384 and isfinite(exponent::double)
  then "~pg"."~mirror".raise('22003', 'value out of range: overflow')
  else system.main.exp(exponent)
end;

-- Trigonometry in degrees is exact where the result is (src/backend/utils/adt/float.c).
create macro "~pg"."~mirror".low_sine(degrees) as
  system.main.sin(system.main.radians(degrees)) / system.main.sin(system.main.radians(30)) / 2;
create macro "~pg"."~mirror".low_cosine(degrees) as
  1 - (1 - system.main.cos(system.main.radians(degrees))) / (1 - system.main.cos(system.main.radians(60))) / 2;
create macro "~pg"."~mirror".sine(degrees) as case
  when degrees <= 30 then "~pg"."~mirror".low_sine(degrees)
  else "~pg"."~mirror".low_cosine(90 - degrees)
end;
create macro "~pg"."~mirror".cosine(degrees) as case
  when degrees <= 60 then "~pg"."~mirror".low_cosine(degrees)
  else "~pg"."~mirror".low_sine(90 - degrees)
end;
create macro "~pg"."~mirror".turn(degrees) as degrees::double - 360 * system.main.floor(degrees::double / 360);
create macro "~pg"."~catalog".sind(degrees) as case
  when "~pg"."~mirror".turn(degrees) > 270 then - "~pg"."~mirror".sine(360 - "~pg"."~mirror".turn(degrees))
  when "~pg"."~mirror".turn(degrees) > 180 then - "~pg"."~mirror".sine("~pg"."~mirror".turn(degrees) - 180)
  when "~pg"."~mirror".turn(degrees) > 90 then "~pg"."~mirror".sine(180 - "~pg"."~mirror".turn(degrees))
  else "~pg"."~mirror".sine("~pg"."~mirror".turn(degrees))
end;
create macro "~pg"."~catalog".cosd(degrees) as case
  when "~pg"."~mirror".turn(degrees) > 270 then "~pg"."~mirror".cosine(360 - "~pg"."~mirror".turn(degrees))
  when "~pg"."~mirror".turn(degrees) > 180 then - "~pg"."~mirror".cosine("~pg"."~mirror".turn(degrees) - 180)
  when "~pg"."~mirror".turn(degrees) > 90 then - "~pg"."~mirror".cosine(180 - "~pg"."~mirror".turn(degrees))
  else "~pg"."~mirror".cosine("~pg"."~mirror".turn(degrees))
end;
create macro "~pg"."~catalog".tand(degrees) as "~pg"."~catalog".sind(degrees) / "~pg"."~catalog".cosd(degrees);
create macro "~pg"."~catalog".cotd(degrees) as "~pg"."~catalog".cosd(degrees) / "~pg"."~catalog".sind(degrees);
create macro "~pg"."~catalog".asind(number) as case
  when number > 0.5 then 90 - system.main.acos(number) / system.main.acos(0.5) * 60
  when number < -0.5 then system.main.acos(- number) / system.main.acos(0.5) * 60 - 90
  else system.main.asin(number) / system.main.asin(0.5) * 30
end;
create macro "~pg"."~catalog".acosd(number) as case
  when number > 0.5 then system.main.acos(number) / system.main.acos(0.5) * 60
  when number < -0.5 then 180 - system.main.acos(- number) / system.main.acos(0.5) * 60
  else 90 - system.main.asin(number) / system.main.asin(0.5) * 30
end;
create macro "~pg"."~catalog".atand(number) as system.main.atan(number) / system.main.atan(1) * 45;
create macro "~pg"."~catalog".atan2d(y, x) as system.main.atan2(y, x) / system.main.atan(1) * 45;

-- Buckets of equal width from a low to a high bound, or from a high to a low one; and the bounds themselves.
create macro "~pg"."~catalog".width_bucket
  (operand, thresholds) as case
    when operand is not null then system.main.len(list_filter(thresholds, lambda "~t": "~t" <= operand))
  end::integer,
  (operand, low, high, buckets) as case
    when buckets <= 0 then "~pg"."~mirror".raise('2201G', 'count must be greater than zero')
    when low = high then "~pg"."~mirror".raise('2201G', 'lower bound cannot equal upper bound')
    when low < high and operand < low or low > high and operand > low then 0
    when low < high and operand >= high or low > high and operand <= high then buckets + 1
    else system.main.floor(system.main."/"((operand - low) * buckets, high - low)) + 1
  end::integer;
create macro "~pg"."~catalog"."|/"(number) as sqrt(number);
create macro "~pg"."~catalog"."||/"(number) as cbrt(number);

-- How many of the arguments are null (PostgreSQL 15, 9.2, table 9.3).
create macro "~pg"."~catalog".num_nulls
  (a) as (a is null)::integer,
  (a, b) as (a is null)::integer + (b is null)::integer,
  (a, b, c) as (a is null)::integer + (b is null)::integer + (c is null)::integer,
  (a, b, c, d) as
    (a is null)::integer + (b is null)::integer + (c is null)::integer + (d is null)::integer,
  (a, b, c, d, e) as
    (a is null)::integer + (b is null)::integer + (c is null)::integer + (d is null)::integer
    + (e is null)::integer;
create macro "~pg"."~catalog".num_nonnulls
  (a) as 1 - "~pg"."~catalog".num_nulls(a),
  (a, b) as 2 - "~pg"."~catalog".num_nulls(a, b),
  (a, b, c) as 3 - "~pg"."~catalog".num_nulls(a, b, c),
  (a, b, c, d) as 4 - "~pg"."~catalog".num_nulls(a, b, c, d),
  (a, b, c, d, e) as 5 - "~pg"."~catalog".num_nulls(a, b, c, d, e);

-- x BETWEEN SYMMETRIC one AND other (pggate/translate/dialect/betweens.py).
create macro "~pg"."~catalog"."~between_symmetric"(x, one, other) as
  x between one and other or x between other and one;

-- x << n of integers: what leaves at the left is gone, and n counts modulo the width (int4shl of int.c).
create macro "~pg"."~mirror".wrapped(number, bits) as
  ((number + (1::hugeint << (bits - 1))) & ((1::hugeint << bits) - 1)) - (1::hugeint << (bits - 1));
create macro "~pg"."~catalog"."~int2shl"(x, n) as
  "~pg"."~mirror".wrapped(x * (1::hugeint << (n & 31)), 16)::smallint;
create macro "~pg"."~catalog"."~int4shl"(x, n) as
  "~pg"."~mirror".wrapped(x * (1::hugeint << (n & 31)), 32)::integer;
create macro "~pg"."~catalog"."~int8shl"(x, n) as
  "~pg"."~mirror".wrapped(x * (1::hugeint << (n & 63)), 64)::bigint;

-- Hypothetical-set aggregates by counts of rows (pggate/translate/dialect/hypothetical_sets.py).
create macro "~pg"."~catalog"."~rank"(earlier) as earlier + 1;
create macro "~pg"."~catalog"."~dense_rank"(earlier) as earlier + 1;
create macro "~pg"."~catalog"."~percent_rank"(earlier, everything) as
  case when everything = 0 then 0::double else system.main."/"(earlier::double, everything::double) end;
create macro "~pg"."~catalog"."~cume_dist"(not_later, everything) as
  system.main."/"((not_later + 1)::double, (everything + 1)::double);

-- What random() gives from here on; DuckDB's is an integer, NULL.
create macro "~pg"."~catalog".setseed(seed) as
  case when seed is not null and system.main.setseed(seed::double) is null then ''::"~pg"."~catalog".void end;

-- Texts that a statement computes or reads, as numbers (8.1).  What the engine takes beyond that, 1.5, 1e3, 0x1F and 1_000
-- for integers, is left to functions/number_casts.py, as is all that the engine does not take.
create macro "~pg"."~mirror".number_as_read(type, subject, example) as case
  when subject is not null then cast_to_type("~number_as_read"(type, subject), example)
end;
-- What stands in a column, or is the item of a list: it is named several times.  Its bytes are compared, since beside a text
-- PostgreSQL has no number (engine/incomparable.py).
create macro "~pg"."~mirror".whole_of_item(type, subject, number) as case
  when system.main.encode(number::varchar) = system.main.encode(subject)
    or number is not null and system.main.regexp_full_match(subject, '[\t-\r ]*[-+]?[0-9]+[\t-\r ]*')
  then number
  else "~pg"."~mirror".number_as_read(type, subject, number)
end;
create macro "~pg"."~mirror".smallint_of_item(subject) as
  "~pg"."~mirror".whole_of_item('smallint', subject, try_cast(subject as smallint));
create macro "~pg"."~mirror".integer_of_item(subject) as
  "~pg"."~mirror".whole_of_item('integer', subject, try_cast(subject as integer));
create macro "~pg"."~mirror".bigint_of_item(subject) as
  "~pg"."~mirror".whole_of_item('bigint', subject, try_cast(subject as bigint));
-- The engine makes 0 and infinity of floats that are too small and too large.  1 // 0 is NULL.
create macro "~pg"."~mirror".float_of_item(type, subject, number) as case
  when system.main."//"(1::float, number) <> 0 and not contains(subject, '_') and subject >= '-' then number
  when system.main."//"(1::float, number) <> 0 and system.main.regexp_full_match(
    subject, '[\t-\r ]*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?[\t-\r ]*'
  ) then number
  when system.main.regexp_full_match(
    subject, '(?i)[\t-\r ]*[-+]?(?:(?:0+\.?0*|\.0+)(?:e[-+]?[0-9]+)?|nan|inf|infinity)[\t-\r ]*'
  ) then number
  else "~pg"."~mirror".number_as_read(type, subject, number)
end;
create macro "~pg"."~mirror".real_of_item(subject) as
  "~pg"."~mirror".float_of_item('real', subject, try_cast(subject as float));
create macro "~pg"."~mirror".double_of_item(subject) as
  "~pg"."~mirror".float_of_item('double precision', subject, try_cast(subject as double));
-- Numerics: the text that the engine casts to a DECIMAL, without exponents, by which it rounds wrong.  One of more than 18
-- digits takes it 7 µs (duckdb 1.5.5), one of fewer 20 ns.
create macro "~pg"."~mirror".digits_of_any(subject) as case
  when system.main.regexp_full_match(subject, '[\t-\r ]*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[\t-\r ]*')
  then system.main.trim(subject, e' \t\n\r\x0b\f')
  when subject is not null then "~number_as_read"('numeric', subject)
end;
create macro "~pg"."~mirror".digits_of_item(subject) as case
  when subject >= '.' and not (contains(subject, '_') or contains(subject, 'e') or contains(subject, 'E')) then subject
  else "~pg"."~mirror".digits_of_any(subject)
end;
create macro "~pg"."~mirror".numeric_of_item(subject) as case
  when system.main.regexp_full_match(subject, '[-+]?[0-9]{1,9}(?:\.[0-9]{0,9})?')
  then subject::decimal(18, 9)::decimal(38, 11)
  else "~pg"."~mirror".digits_of_any(subject)::decimal(38, 11)
end;

-- What stands in a column, by a test that costs a third of that of an item: a number has as many digits as the text has
-- characters where all of these are digits, and of 1e2 and 0x7fffffff.
create macro "~pg"."~mirror".has_all_digits(subject, number) as
  number >= [
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
    10000000000000, 100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000
  ][strlen(subject)]
  and subject >= '1' and system.main."%"(number, 100) <> 0;
create macro "~pg"."~mirror".smallint_of_column(subject) as case
  when "~pg"."~mirror".has_all_digits(subject, try_cast(subject as smallint)) then try_cast(subject as smallint)
  else "~pg"."~mirror".smallint_of_item(subject)
end;
create macro "~pg"."~mirror".integer_of_column(subject) as case
  when "~pg"."~mirror".has_all_digits(subject, try_cast(subject as integer)) then try_cast(subject as integer)
  else "~pg"."~mirror".integer_of_item(subject)
end;
create macro "~pg"."~mirror".bigint_of_column(subject) as case
  when "~pg"."~mirror".has_all_digits(subject, try_cast(subject as bigint)) then try_cast(subject as bigint)
  else "~pg"."~mirror".bigint_of_item(subject)
end;

-- What is computed, which is computed once.
create macro "~pg"."~mirror".smallint_of_text(subject) as
  list_transform([subject], lambda "~x": "~pg"."~mirror".smallint_of_item("~x"))[1];
create macro "~pg"."~mirror".integer_of_text(subject) as
  list_transform([subject], lambda "~x": "~pg"."~mirror".integer_of_item("~x"))[1];
create macro "~pg"."~mirror".bigint_of_text(subject) as
  list_transform([subject], lambda "~x": "~pg"."~mirror".bigint_of_item("~x"))[1];
create macro "~pg"."~mirror".real_of_text(subject) as
  list_transform([subject], lambda "~x": "~pg"."~mirror".real_of_item("~x"))[1];
create macro "~pg"."~mirror".double_of_text(subject) as
  list_transform([subject], lambda "~x": "~pg"."~mirror".double_of_item("~x"))[1];
create macro "~pg"."~mirror".numeric_of_text(subject) as
  list_transform([subject], lambda "~x": "~pg"."~mirror".numeric_of_item("~x"))[1];
create macro "~pg"."~mirror".digits_of_text(subject) as
  list_transform([subject], lambda "~x": "~pg"."~mirror".digits_of_item("~x"))[1];

-- Numerics of more digits than a double keeps, by their texts (translate/numbers/exact_floats.py).
create macro "~pg"."~mirror".double_of_numeric(number) as number::varchar::double;
create macro "~pg"."~mirror".real_of_numeric(number) as number::varchar::float;

-- The name of a type, called like a function, is a cast (4.2.9).
create macro "~pg"."~catalog".int2(subject) as case
  when typeof(subject) = 'VARCHAR' then "~pg"."~mirror".smallint_of_text(subject::varchar) else subject::smallint
end;
create macro "~pg"."~catalog".int4(subject) as case
  when typeof(subject) = 'VARCHAR' then "~pg"."~mirror".integer_of_text(subject::varchar) else subject::integer
end;
create macro "~pg"."~catalog".int8(subject) as case
  when typeof(subject) = 'VARCHAR' then "~pg"."~mirror".bigint_of_text(subject::varchar) else subject::bigint
end;
create macro "~pg"."~catalog".float4(subject) as case
  when typeof(subject) = 'VARCHAR' then "~pg"."~mirror".real_of_text(subject::varchar) else subject::float
end;
create macro "~pg"."~catalog".float8(subject) as case
  when typeof(subject) = 'VARCHAR' then "~pg"."~mirror".double_of_text(subject::varchar) else subject::double
end;
create macro "~pg"."~catalog".bool(subject) as case
  when typeof(subject) = 'VARCHAR' then "~pg"."~mirror".boolean_of_text(subject::varchar) else subject::boolean
end;
