-- pg_enum (PostgreSQL 15, 53.20): the labels of enumerated types.
-- Read by psql (\dT+), Npgsql, SQLAlchemy, JDBC, DBeaver.
create view "~pg"."~catalog".pg_enum as
select
  (1500000000 + (e.oid - 1073741824) * 1000 + e.place)::uinteger as oid, -- oid
  e.oid as enumtypid, -- oid
  e.place::float as enumsortorder, -- real
  e.label as enumlabel -- name
from (
  select
    n.oid,
    unnest(n.labels) as label,
    unnest(range(1, len(n.labels) + 1)) as place
  from "~pg"."~mirror".enums n
  where "~pg"."~mirror".shown(n.database, n.oid)
) e;

-- enum_range, enum_first, enum_last (9.10).  DuckDB's own function gives texts, the mark of pggate/types/enums.py
-- behind the labels; here they are of the argument's type.  A NULL of two labels is an end.  Bound without its
-- arguments' types it is refused, but not of what cast_to_type gives.
create macro "~pg"."~catalog".enum_first(label) as
  cast_to_type(system.main.list_extract(system.main.enum_range(cast_to_type(label, label)), 1), label);
create macro "~pg"."~catalog".enum_last(label) as
  cast_to_type(system.main.list_extract(system.main.enum_range(cast_to_type(label, label)), -2), label);
create macro "~pg"."~catalog".enum_range
  (label) as cast_to_type(
    system.main.list_slice(system.main.enum_range(cast_to_type(label, label)), 1, -2), system.main.list_value(label)
  ),
  (first_label, last_label) as cast_to_type(
    system.main.list_slice(
      system.main.enum_range(system.main.list_extract(system.main.list_value(first_label, last_label), 1)),
      coalesce(
        system.main.enum_code(
          system.main.list_extract(system.main.list_value(first_label, last_label), 1)
        )::bigint + 1,
        1
      ),
      coalesce(
        system.main.enum_code(
          system.main.list_extract(system.main.list_value(first_label, last_label), 2)
        )::bigint + 1,
        -2
      )
    ),
    system.main.list_value(first_label, last_label)
  );
