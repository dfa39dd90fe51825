-- What an object is: pg_get_viewdef, pg_get_expr … (PostgreSQL 15, 9.26, table 9.69), obj_description …
-- (table 9.71).
-- Called by psql (\d, \d+, \sv), JDBC, SQLAlchemy, DBeaver, Npgsql, pgcli, Metabase, pg_dump.
-- A concatenation, or it would be a pg_node_tree to the client.
create macro "~pg"."~catalog".pg_get_expr
  (expression, relation) as expression::varchar || '',
  (expression, relation, pretty) as expression::varchar || '';

create macro "~pg"."~mirror".viewdef(view_oid) as (
  select ' ' || rtrim("~r".definition, '; ') || ';'
  from "~pg"."~mirror".session_relations "~r"
  where "~r".oid = view_oid
);
create macro "~pg"."~catalog".pg_get_viewdef
  (view) as "~pg"."~mirror".viewdef("~pg"."~catalog".regclass(view)),
  (view, pretty) as "~pg"."~mirror".viewdef("~pg"."~catalog".regclass(view));

create macro "~pg"."~catalog".pg_get_indexdef
  (index_oid) as (
    select "~d".definition from "~pg"."~mirror".index_definitions "~d" where "~d".oid = index_oid
  ),
  (index_oid, attribute, pretty) as (
    select case
      when attribute <> 0 then "~d".columns[attribute]
      when pretty then "~d".before || "~n".shown || "~d".after
      else "~d".definition
    end
    from "~pg"."~mirror".index_definitions "~d"
    left join "~pg"."~mirror".named_relations "~n" on "~n".oid = "~d".on_relation
    where "~d".oid = index_oid
  );
create macro "~pg"."~catalog".pg_get_constraintdef
  (constraint_oid) as (
    select "~d".definition from "~pg"."~mirror".key_definitions "~d" where "~d".oid = constraint_oid
  ),
  (constraint_oid, pretty) as (
    select "~d".definition from "~pg"."~mirror".key_definitions "~d" where "~d".oid = constraint_oid
  );

-- There are no triggers, rules of one's own, statistics objects or partitions to define.
create macro "~pg"."~catalog".pg_get_triggerdef
  (trigger_oid) as null::varchar,
  (trigger_oid, pretty) as null::varchar;
create macro "~pg"."~catalog".pg_get_ruledef
  (rule_oid) as null::varchar,
  (rule_oid, pretty) as null::varchar;
create macro "~pg"."~catalog".pg_get_partkeydef(relation) as null::varchar;
-- In FROM psql counts its rows; duckdb 1.5.5 takes WITH ORDINALITY of a macro and adds no column for it.
create macro "~pg"."~catalog".pg_partition_ancestors(relation) as unnest([]::uinteger[]);
create macro "~pg"."~catalog".pg_partition_ancestors(relation) as table (
  select null::uinteger as relid, null::bigint as ordinality where false
);
create macro "~pg"."~catalog".pg_get_statisticsobjdef(statistics_oid) as null::varchar;
create macro "~pg"."~catalog".pg_get_statisticsobjdef_columns(statistics_oid) as null::varchar;
create macro "~pg"."~catalog".pg_get_serial_sequence(relation, attribute) as (
  select "~pg"."~catalog".quote_ident("~s".name) || '.' || "~pg"."~catalog".quote_ident("~q".name)
  from "~pg"."~mirror".sequences "~q"
  join "~pg"."~mirror".session_schemas "~s" on "~s".oid = "~q".schema_oid
  join "~pg"."~mirror".session_columns "~c" on "~c".relation = "~q".relation and "~c".attnum = "~q".attnum
  where "~q".relation = "~pg"."~catalog".regclass(relation)
    and "~c".name = attribute
    and "~q".database = "~pg"."~mirror".this_catalog()
);
create macro "~pg"."~catalog".pg_relation_is_publishable(relation) as
  case when relation is not null then false end;
create macro "~pg"."~catalog".pg_column_is_updatable(relation, attribute, include_triggers) as (
  select "~r".kind = 'r' and "~r".oid >= 16384
  from "~pg"."~mirror".session_relations "~r"
  where "~r".oid = relation
);

create macro "~pg"."~catalog".pg_get_userbyid(role_oid) as case when role_oid is not null then coalesce(
  (select "~r".name from "~pg"."~mirror".roles "~r" where "~r".oid = role_oid),
  'unknown (OID=' || role_oid || ')'
) end;

create macro "~pg"."~mirror".catalog_oid(catalog_name) as (
  select "~r".oid
  from "~pg"."~mirror".system_relations "~r"
  where "~r".name = catalog_name and "~r".schema_oid = 11
);
create macro "~pg"."~catalog".obj_description
  (object) as (
    select min("~d".description)
    from "~pg"."~catalog".pg_description "~d"
    where "~d".objoid = object and "~d".objsubid = 0
  ),
  (object, catalog_name) as (
    select "~d".description
    from "~pg"."~catalog".pg_description "~d"
    where "~d".objoid = object
      and "~d".objsubid = 0
      and "~d".classoid = "~pg"."~mirror".catalog_oid(catalog_name)
  );
create macro "~pg"."~catalog".col_description(relation, attribute) as (
  select "~d".description
  from "~pg"."~catalog".pg_description "~d"
  where "~d".objoid = relation and "~d".classoid = 1259 and "~d".objsubid = attribute
);
create macro "~pg"."~catalog".shobj_description(object, catalog_name) as (
  select "~d".description
  from "~pg"."~catalog".pg_shdescription "~d"
  where "~d".objoid = object and catalog_name = 'pg_database'
);

create macro "~pg"."~catalog".pg_tablespace_location(tablespace_oid) as
  case when tablespace_oid is not null then '' end;
