-- Schema visibility inquiry functions (PostgreSQL 15, 9.26, table 9.68).  Called by psql, pgcli, SQLAlchemy, pg_dump.
-- What is not a relation lives in pg_catalog, which is always searched.
create macro "~pg"."~catalog".pg_table_is_visible(relation) as (
  select "~n".visible from "~pg"."~mirror".named_relations "~n" where "~n".oid = relation
);
create macro "~pg"."~catalog".pg_type_is_visible(type_oid) as (
  select true from "~pg"."~mirror".session_types "~t" where "~t".oid = type_oid
);
create macro "~pg"."~catalog".pg_function_is_visible(function_oid) as (
  select true from "~pg"."~mirror".postgres_functions "~p" where "~p".oid = function_oid and "~p".pronamespace = 11
);
create macro "~pg"."~catalog".pg_collation_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_conversion_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_opclass_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_operator_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_opfamily_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_statistics_obj_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_ts_config_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_ts_dict_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_ts_parser_is_visible(x) as case when x is not null then true end;
create macro "~pg"."~catalog".pg_ts_template_is_visible(x) as case when x is not null then true end;
