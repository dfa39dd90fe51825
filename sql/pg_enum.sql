-- pg_enum (PostgreSQL 15, 53.20): the labels of enumerated types.
-- Read by psql (\dT+), Npgsql, SQLAlchemy, JDBC, DBeaver.
create view "~pg"."~catalog".pg_enum as
select
  (1500000000 + (e.oid - 1073741824) * 1000 + l.place)::uinteger as oid, -- oid
  e.oid as enumtypid, -- oid
  l.place::float as enumsortorder, -- real
  e.labels[l.place] as enumlabel -- name
from (
  select
    oid,
    labels,
    unnest(range(1, len(labels) + 1)) as place
  from "~pg"."~mirror".enums
  where database = "~pg"."~mirror".this_database()
) l
join "~pg"."~mirror".enums e on e.oid = l.oid and e.database = "~pg"."~mirror".this_database();

-- enum_range, enum_first, enum_last (9.10): what they get is already what they give, since only DuckDB's own function
-- knows the labels (translate/types/enum_names.py); here are their names.
create macro "~pg"."~catalog".enum_range(labels) as labels;
create macro "~pg"."~catalog".enum_first(label) as label;
create macro "~pg"."~catalog".enum_last(label) as label;
