-- The mirror: what exists, as tables.  The gateway fills them; every view of the emulation reads only these
-- and the session's variables.
--
-- Session variables (set variable NAME = …), read through the macros at the end:
--   pggate_database      varchar                the current database
--   pggate_catalog       varchar                under which key the tables have what the session alone sees, and
--   pggate_hidden        uinteger[]             what else of the database it does not see (catalog/mirror.py)
--   pggate_hidden_relations uinteger[]          the same of the table of relations
--   pggate_user          varchar                current_user
--   pggate_session_user  varchar                session_user
--   pggate_pid           integer                the backend's process id as BackendKeyData gave it
--   pggate_schemas       varchar[]              the search path that exists, without pg_catalog
--   pggate_settings      map(varchar, varchar)  every setting by its PostgreSQL spelling
create schema "~pg"."~mirror";
create schema "~pg"."~catalog";
create schema "~pg"."~info";
create schema "~pg"."~gate";

create table "~pg"."~mirror".databases (
  oid uinteger,
  name varchar,
  owner uinteger,
  comment varchar
);

create table "~pg"."~mirror".roles (
  oid uinteger,
  name varchar,
  superuser boolean
);

-- What each database has, as the catalogs show it: a row has its database's name, or the key of a session that sees
-- something else (see the macro "shown" below).  PostgreSQL's own schemas, relations and types are among them, since
-- every database has them; what an index or a composite type is as a relation is a row there.
create table "~pg"."~mirror".schemas (
  database varchar,
  oid uinteger,
  name varchar,
  owner uinteger,
  comment varchar
);

-- A topic ('r'), view ('v'), live view ('m'), sequence ('S'), index ('i') or composite type ('c').
create table "~pg"."~mirror".relations (
  database varchar,
  oid uinteger,
  schema_oid uinteger,
  name varchar,
  kind varchar,
  attributes smallint, -- how many columns
  owner uinteger,
  comment varchar,
  definition varchar, -- of a view: its query
  schema varchar,
  quoted_schema varchar, -- as quote_ident writes it
  quoted varchar,
  same_name varchar[], -- the schemas that have a relation of that name
  has_index boolean,
  has_triggers boolean, -- as PostgreSQL has them of foreign keys, at both ends
  checks smallint, -- how many CHECKs
  rows float, -- of a topic, as of the last measuring; -1 before that
  storage_uri varchar, -- of a topic: where its segments lie
  created_at timestamptz,
  version bigint, -- of a topic: the lake's schema version that gave it its columns
  valid_from timestamptz, -- since when it has them
  options varchar[] -- of a topic: what WITH and SET have said, as name=value; null where nothing was said
);

create table "~pg"."~mirror".columns (
  database varchar,
  relation uinteger,
  attnum smallint, -- from 1, without holes; below 0 PostgreSQL's system columns
  name varchar,
  duckdb_type varchar, -- of a topic or view
  type uinteger,
  typmod integer,
  not_null boolean,
  "default" varchar, -- an SQL expression
  comment varchar,
  identity varchar, -- 'a' always, 'd' by default, '' no identity
  sequence uinteger, -- what numbers its rows
  typlen smallint, -- what pg_attribute has of its type
  typbyval boolean,
  typcategory varchar,
  typalign varchar,
  typstorage varchar,
  typcollation uinteger,
  ndims integer
);

-- PostgreSQL's types and the database's own: enumerations, composites, rows, and the arrays of them; each with its SQL
-- name in two parts, between which its modifier goes (src/backend/utils/adt/format_type.c).
create table "~pg"."~mirror".types (
  database varchar,
  oid uinteger,
  typname varchar,
  typlen smallint,
  typbyval boolean,
  typtype varchar,
  typcategory varchar,
  typispreferred boolean,
  typdelim varchar,
  typsubscript uinteger,
  typelem uinteger,
  typarray uinteger,
  typinput uinteger,
  typoutput uinteger,
  typreceive uinteger,
  typsend uinteger,
  typmodin uinteger,
  typmodout uinteger,
  typanalyze uinteger,
  typalign varchar,
  typstorage varchar,
  typcollation uinteger,
  typnamespace uinteger,
  typrelid uinteger,
  base uinteger, -- an array's element; else the type itself
  before varchar,
  after varchar,
  brackets varchar,
  schema varchar,
  spellings varchar[] -- what it goes by, in lower case but for what is quoted
);

-- What COMMENT ON has said of relations, their columns and keys, and PostgreSQL of its own objects.
create table "~pg"."~mirror".descriptions (
  database varchar,
  objoid uinteger,
  classoid uinteger,
  objsubid integer,
  description varchar
);

-- CREATE TYPE … AS ENUM.
create table "~pg"."~mirror".enums (
  database varchar,
  oid uinteger,
  array_oid uinteger,
  schema_oid uinteger,
  name varchar,
  labels varchar[] -- in their order
);

-- PRIMARY KEY ('p'), UNIQUE ('u'), FOREIGN KEY ('f') and CHECK ('c'), as they were declared, and what CREATE INDEX made
-- ('index', 'unique index'); with the texts of their definitions in parts.
create table "~pg"."~mirror".keys (
  database varchar,
  oid uinteger,
  schema_oid uinteger,
  schema varchar,
  relation uinteger,
  relation_name varchar,
  name varchar,
  kind varchar,
  attnums smallint[],
  other uinteger, -- the relation that a foreign key points to
  other_attnums smallint[],
  other_key uinteger, -- and the key of it
  other_places smallint[], -- where that key has the columns that this one points to
  shown varchar, -- what a CHECK says
  options smallint[], -- of an index, of the columns that it orders; the others it includes
  on_update varchar, -- of a foreign key, as pg_constraint has it
  on_delete varchar,
  match varchar,
  set_places smallint[], -- which of its columns ON DELETE SET NULL and SET DEFAULT are about
  is_deferrable boolean,
  is_deferred boolean,
  collations uinteger[], -- how the ordered columns compare
  classes uinteger[], -- null of what is no index
  orders smallint[],
  definition varchar, -- of a constraint, up to the name of the relation that it points to, and after it
  after_other varchar,
  quoted_columns varchar[], -- of an index
  index_before varchar, -- its definition up to the name of its relation, that name, and what is after it
  index_on varchar,
  index_after varchar
);

-- What the relations of kind 'S' are beyond that.
create table "~pg"."~mirror".sequences (
  database varchar,
  oid uinteger,
  schema_oid uinteger,
  name varchar,
  type uinteger,
  start bigint,
  increment bigint,
  minimum bigint,
  maximum bigint,
  cycles boolean,
  cache bigint,
  relation uinteger, -- whose column owns it
  attnum smallint,
  is_identity boolean -- is it the column's identity?
);

-- How much a topic holds, as of the last measuring.
create table "~pg"."~mirror".statistics (
  database varchar,
  relation uinteger,
  rows bigint,
  bytes bigint,
  committed_at timestamptz -- of the last commit that touched it
);

-- Ingest credentials; the secret itself is nowhere.
create table "~pg"."~mirror".tokens (
  id bigint,
  prefix varchar, -- its first characters, to tell one from another
  database varchar,
  relation uinteger,
  created_at timestamptz,
  revoked_at timestamptz,
  requests bigint, -- a second; null: as many as is configured
  rows bigint,
  bytes bigint
);

-- Constant: pg_type, in PostgreSQL's own columns, without those that are the same in every row.
create table "~pg"."~mirror".postgres_types (
  oid uinteger,
  typname varchar,
  typlen smallint,
  typbyval boolean,
  typtype varchar,
  typcategory varchar,
  typispreferred boolean,
  typdelim varchar,
  typsubscript uinteger,
  typelem uinteger,
  typarray uinteger,
  typinput uinteger,
  typoutput uinteger,
  typreceive uinteger,
  typsend uinteger,
  typmodin uinteger,
  typmodout uinteger,
  typanalyze uinteger,
  typalign varchar,
  typstorage varchar,
  typcollation uinteger
);

-- Constant: the relations that PostgreSQL 15 has in pg_catalog and information_schema.
create table "~pg"."~mirror".postgres_relations (
  oid uinteger,
  schema varchar,
  name varchar,
  kind varchar,
  columns varchar[],
  types uinteger[],
  not_null smallint[] -- the numbers of the columns that are
);

-- Constant: the names of PostgreSQL's types, see type_names.sql.
create table "~pg"."~mirror".postgres_type_names (
  oid uinteger,
  base uinteger, -- an array's element; else the type itself
  before varchar, -- what stands before the modifier
  after varchar,
  brackets varchar
);
create table "~pg"."~mirror".postgres_type_spellings (
  oid uinteger,
  spelling varchar
);

-- Constant: the functions of PostgreSQL 15 that the gateway answers, and those that other catalogs name.
create table "~pg"."~mirror".postgres_functions (
  oid uinteger,
  proname varchar,
  pronamespace uinteger,
  proowner uinteger,
  prolang uinteger,
  procost float,
  prorows float,
  provariadic uinteger,
  prosupport uinteger,
  prokind varchar,
  prosecdef boolean,
  proleakproof boolean,
  proisstrict boolean,
  proretset boolean,
  provolatile varchar,
  proparallel varchar,
  pronargs smallint,
  pronargdefaults smallint,
  prorettype uinteger,
  proargtypes uinteger[],
  proallargtypes uinteger[],
  proargmodes varchar[],
  proargnames varchar[],
  prosrc varchar,
  arguments varchar, -- as pg_get_function_arguments has it
  identity_arguments varchar,
  shown varchar, -- as regproc prints it
  signature varchar, -- as regprocedure prints it
  result varchar
);

-- Constant: what PostgreSQL 15 says of its own objects.
create table "~pg"."~mirror".postgres_descriptions (
  objoid uinteger,
  classoid uinteger,
  objsubid integer,
  description varchar
);

-- Constant: the relations that these files define, see system_relations.sql.
create table "~pg"."~mirror".system_schemas (
  oid uinteger,
  name varchar
);
create table "~pg"."~mirror".system_relations (
  oid uinteger,
  schema_oid uinteger,
  name varchar,
  kind varchar,
  attributes smallint
);
create table "~pg"."~mirror".system_columns (
  relation uinteger,
  attnum smallint,
  name varchar,
  type uinteger,
  not_null boolean
);

-- The rows of a text of lines, each with its fields between tabs; \N is null.
create macro "~pg"."~mirror".fields(lines) as table
select list_transform(string_split("~l".line, chr(9)), lambda "~f": nullif("~f", '\N')) as f
from (select unnest(string_split(trim(lines, chr(10)), chr(10))) as line) "~l";

create macro "~pg"."~mirror".this_database() as getvariable('pggate_database')::varchar;
create macro "~pg"."~mirror".this_user() as getvariable('pggate_user')::varchar;
create macro "~pg"."~mirror".this_session_user() as getvariable('pggate_session_user')::varchar;
create macro "~pg"."~mirror".this_pid() as getvariable('pggate_pid')::integer;
create macro "~pg"."~mirror".these_schemas() as getvariable('pggate_schemas')::varchar[];
create macro "~pg"."~mirror".these_searched() as ['pg_temp_1', 'pg_catalog'] || "~pg"."~mirror".these_schemas();
create macro "~pg"."~mirror".these_settings() as cast(getvariable('pggate_settings') as map(varchar, varchar));

-- Does the session see a row of its database, or of its own?  Where it has nothing of its own this is one comparison:
-- duckdb 1.5.5 knows that while it plans.
create macro "~pg"."~mirror".shown(database, oid) as case
  when getvariable('pggate_catalog') is null then database = getvariable('pggate_database')::varchar
  else database = getvariable('pggate_catalog')::varchar or (
    database = getvariable('pggate_database')::varchar
    and not list_contains(getvariable('pggate_hidden')::uinteger[], oid)
  )
end;
create macro "~pg"."~mirror".shown_relation(database, oid) as case
  when getvariable('pggate_catalog') is null then database = getvariable('pggate_database')::varchar
  else database = getvariable('pggate_catalog')::varchar or (
    database = getvariable('pggate_database')::varchar
    and not list_contains(getvariable('pggate_hidden_relations')::uinteger[], oid)
  )
end;
