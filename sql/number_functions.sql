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
