-- Access privilege inquiry functions (PostgreSQL 15, 9.26, table 9.67).  Called by psql, Metabase, DBeaver.
-- A superuser may everything; nobody else has been granted anything.
create macro "~pg"."~mirror".is_superuser(role) as exists (
  from "~pg"."~mirror".roles "~r"
  where "~r".superuser and ("~r".name = role::varchar or "~r".oid::varchar = role::varchar)
);

create macro "~pg"."~catalog".has_table_privilege
  (relation, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, relation, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_any_column_privilege
  (relation, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, relation, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_column_privilege
  (relation, attribute, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, relation, attribute, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_schema_privilege
  (schema, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, schema, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_database_privilege
  (database, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, database, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_function_privilege
  (function, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, function, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_type_privilege
  (type, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, type, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_tablespace_privilege
  (tablespace, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, tablespace, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".has_sequence_privilege
  (sequence, privilege) as "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()),
  (role, sequence, privilege) as "~pg"."~mirror".is_superuser(role);
create macro "~pg"."~catalog".pg_has_role
  (role, privilege) as
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()) or role::varchar = "~pg"."~mirror".this_user(),
  (member, role, privilege) as "~pg"."~mirror".is_superuser(member) or role::varchar = member::varchar;
create macro "~pg"."~catalog".row_security_active(relation) as false;
