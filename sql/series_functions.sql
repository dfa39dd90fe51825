-- generate_series in FROM (PostgreSQL 15, 9.25): of integers it returns integers, of dates moments of the session's
-- time zone, of numerics numerics; duckdb 1.5.5 has bigints and timestamps.
create macro "~pg"."~catalog".generate_series
  (start integer, stop integer) as table (
    select generate_series::integer as generate_series from system.main.generate_series(start, stop)
  ),
  (start integer, stop integer, step integer) as table (
    select generate_series::integer as generate_series from system.main.generate_series(start, stop, step)
  ),
  (start bigint, stop bigint) as table (
    select generate_series from system.main.generate_series(start, stop)
  ),
  (start bigint, stop bigint, step bigint) as table (
    select generate_series from system.main.generate_series(start, stop, step)
  ),
  (start timestamp, stop timestamp, step interval) as table (
    select generate_series from system.main.generate_series(start, stop, step)
  ),
  (start timestamp, stop varchar, step interval) as table (
    select generate_series from system.main.generate_series(start, stop::timestamp, step)
  ),
  (start timestamptz, stop timestamptz, step interval) as table (
    select generate_series from system.main.generate_series(start, stop, step)
  ),
  (start timestamptz, stop varchar, step interval) as table (
    select generate_series from system.main.generate_series(start, stop::timestamptz, step)
  ),
  (start date, stop date, step interval) as table (
    select generate_series from system.main.generate_series(start::timestamptz, stop::timestamptz, step)
  ),
  (start date, stop varchar, step interval) as table (
    select generate_series from system.main.generate_series(start::timestamptz, stop::timestamptz, step)
  ),
  (start, stop) as table (
    select start + generate_series as generate_series
    from system.main.generate_series(0, system.main.floor(stop - start)::bigint)
  ),
  (start, stop, step) as table (
    select start + generate_series * step as generate_series
    from system.main.generate_series(0, system.main.floor(system.main."/"((stop - start)::double, step))::bigint)
  );
-- The same as an item of a query's list, of numerics alone.
create macro "~pg"."~catalog"."~numeric_series"(start, stop, step) as case
  when step = 0 then list_value(
    case when "~pg"."~mirror".raise('22023', 'step size cannot equal zero') is null then start end
  )
  else list_transform(
    range(0, system.main.floor(system.main."/"((stop - start)::double, step::double))::bigint + 1),
    lambda "~n": start + "~n" * step
  )
end;
