-- How PostgreSQL's types are called, of the rows of pg_type.  Runs after postgres_types.
insert into "~pg"."~mirror".postgres_type_names
select
  t.oid,
  coalesce(e.oid, t.oid) as base,
  coalesce(s.before, e.typname, t.typname) as before,
  coalesce(s.after, '') as after,
  case when e.oid is null then '' else '[]' end as brackets
from "~pg"."~mirror".postgres_types t
left join "~pg"."~mirror".postgres_types e
  on e.oid = t.typelem and t.typsubscript = 6179 and t.typstorage <> 'p' -- array_subscript_handler; not a vector
left join (
  values
    (16, 'boolean', ''),
    (18, '"char"', ''),
    (20, 'bigint', ''),
    (21, 'smallint', ''),
    (23, 'integer', ''),
    (700, 'real', ''),
    (701, 'double precision', ''),
    (1042, 'character', ''),
    (1043, 'character varying', ''),
    (1083, 'time', ' without time zone'),
    (1114, 'timestamp', ' without time zone'),
    (1184, 'timestamp', ' with time zone'),
    (1266, 'time', ' with time zone'),
    (1562, 'bit varying', '')
) as s (oid, before, after) on s.oid = coalesce(e.oid, t.oid);

insert into "~pg"."~mirror".postgres_type_spellings
select
  n.oid,
  n.before || n.after || n.brackets as spelling
from "~pg"."~mirror".postgres_type_names n
union
select
  t.oid,
  t.typname
from "~pg"."~mirror".postgres_types t
where t.oid <> 18 -- char without quotes is character
union
select
  t.oid,
  e.typname || '[]'
from "~pg"."~mirror".postgres_types e
join "~pg"."~mirror".postgres_types t on t.oid = e.typarray
union
select
  t.oid,
  s.spelling
from "~pg"."~mirror".postgres_types t
join (
  values
    ('int4', 'int'),
    ('_int4', 'int[]'),
    ('numeric', 'decimal'),
    ('_numeric', 'decimal[]'),
    ('numeric', 'dec'),
    ('_numeric', 'dec[]'),
    ('bpchar', 'char'),
    ('_bpchar', 'char[]'),
    ('bpchar', 'nchar'),
    ('bpchar', 'national char'),
    ('bpchar', 'national character'),
    ('varchar', 'char varying'),
    ('varchar', 'nchar varying'),
    ('varchar', 'national char varying'),
    ('varchar', 'national character varying'),
    ('float8', 'float'),
    ('_float8', 'float[]'),
    ('time', 'time'),
    ('timestamp', 'timestamp')
) as s (name, spelling) on s.name = t.typname;
