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
  from "~pg"."~mirror".session_sequences "~q"
  join "~pg"."~mirror".session_schemas "~s" on "~s".oid = "~q".schema_oid
  join "~pg"."~mirror".session_columns "~c" on "~c".relation = "~q".relation and "~c".attnum = "~q".attnum
  where "~q".relation = "~pg"."~catalog".regclass(relation)
    and "~c".name = attribute
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

-- PostgreSQL's own tables with their OIDs, each between blanks: of a literal it is known while DuckDB plans.
create macro "~pg"."~mirror".catalog_oid(catalog_name) as try_cast(system.main.split_part(system.main.split_part(
    ' pg_aggregate=2600 pg_am=2601 pg_amop=2602 pg_amproc=2603 pg_attrdef=2604 pg_attribute=1249 
    pg_auth_members=1261 pg_authid=1260 pg_cast=2605 pg_class=1259 pg_collation=3456 pg_constraint=2606 
    pg_conversion=2607 pg_database=1262 pg_db_role_setting=2964 pg_default_acl=826 pg_depend=2608 
    pg_description=2609 pg_enum=3501 pg_event_trigger=3466 pg_extension=3079 pg_foreign_data_wrapper=2328 
    pg_foreign_server=1417 pg_foreign_table=3118 pg_index=2610 pg_inherits=2611 pg_init_privs=3394 
    pg_language=2612 pg_largeobject=2613 pg_largeobject_metadata=2995 pg_namespace=2615 pg_opclass=2616 
    pg_operator=2617 pg_opfamily=2753 pg_parameter_acl=6243 pg_partitioned_table=3350 pg_policy=3256 pg_proc=1255 
    pg_publication=6104 pg_publication_namespace=6237 pg_publication_rel=6106 pg_range=3541 
    pg_replication_origin=6000 pg_rewrite=2618 pg_seclabel=3596 pg_sequence=2224 pg_shdepend=1214 
    pg_shdescription=2396 pg_shseclabel=3592 pg_statistic=2619 pg_statistic_ext=3381 pg_statistic_ext_data=3429 
    pg_subscription=6100 pg_subscription_rel=6102 pg_tablespace=1213 pg_transform=3576 pg_trigger=2620 
    pg_ts_config=3602 pg_ts_config_map=3603 pg_ts_dict=3600 pg_ts_parser=3601 pg_ts_template=3764 pg_type=1247 
    pg_user_mapping=1418 ',
    system.main.concat(' ', catalog_name, '='), 2
  ), ' ', 1) as uinteger);
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
