-- Access privilege inquiry functions (PostgreSQL 15, 9.26, table 9.67).  Called by psql, Metabase, DBeaver.
-- A superuser may everything.  Others may connect, compute, have temporary tables and read the catalog, as PostgreSQL's
-- PUBLIC may; nothing else has been granted to anybody.  All are null where an argument is.
create macro "~pg"."~mirror".is_superuser(role) as exists (
  from "~pg"."~mirror".roles "~r"
  where "~r".superuser and ("~r".name = role::varchar or "~r".oid::varchar = role::varchar)
);
-- A role that is there, if it is told by its name.
create macro "~pg"."~mirror".role_that_is(role) as case
  when try_cast(role::varchar as bigint) is not null
    or exists (from "~pg"."~mirror".roles "~r" where "~r".name = role::varchar) then role::varchar
  when role is not null then "~pg"."~mirror".raise('42704', 'role "' || role::varchar || '" does not exist')
end;
-- The answer, unless an argument is null.
create macro "~pg"."~mirror".asked(answer, one, other) as
  case when one is not null and other is not null then answer end;
-- Does the list have a privilege that everybody has?
create macro "~pg"."~mirror".is_public(privileges, ours) as
  list_has_any(ours, list_transform(string_split(lower(privileges::varchar), ','), lambda "~p": trim("~p")));

create macro "~pg"."~mirror".may_with(role, thing, privilege) as
  "~pg"."~mirror".asked("~pg"."~mirror".is_superuser(role), thing, privilege);
create macro "~pg"."~mirror".may_anyway(role, thing, privilege, ours) as "~pg"."~mirror".asked(
  "~pg"."~mirror".is_superuser(role) or "~pg"."~mirror".is_public(privilege, ours), thing, privilege
);

create macro "~pg"."~catalog".has_table_privilege
  (relation, privilege) as "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), relation, privilege),
  (role, relation, privilege) as case when role is not null then "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), relation, privilege) end;
create macro "~pg"."~catalog".has_any_column_privilege
  (relation, privilege) as "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), relation, privilege),
  (role, relation, privilege) as case when role is not null then "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), relation, privilege) end;
create macro "~pg"."~catalog".has_column_privilege
  (relation, attribute, privilege) as "~pg"."~mirror".asked(
    "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), relation, privilege), attribute, privilege
  ),
  (role, relation, attribute, privilege) as "~pg"."~mirror".asked(
    "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), relation, privilege), attribute, role
  );
create macro "~pg"."~catalog".has_sequence_privilege
  (sequence, privilege) as "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), sequence, privilege),
  (role, sequence, privilege) as case when role is not null then "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), sequence, privilege) end;
create macro "~pg"."~catalog".has_tablespace_privilege
  (tablespace, privilege) as "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), tablespace, privilege),
  (role, tablespace, privilege) as case when role is not null then "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), tablespace, privilege) end;
create macro "~pg"."~catalog".has_foreign_data_wrapper_privilege
  (wrapper, privilege) as "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), wrapper, privilege),
  (role, wrapper, privilege) as case when role is not null then "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), wrapper, privilege) end;
create macro "~pg"."~catalog".has_server_privilege
  (server, privilege) as "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), server, privilege),
  (role, server, privilege) as case when role is not null then "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), server, privilege) end;
create macro "~pg"."~catalog".has_parameter_privilege
  (parameter, privilege) as "~pg"."~mirror".may_with("~pg"."~mirror".this_user(), parameter, privilege),
  (role, parameter, privilege) as case when role is not null then "~pg"."~mirror".may_with("~pg"."~mirror".role_that_is(role), parameter, privilege) end;
create macro "~pg"."~catalog".has_schema_privilege
  (schema, privilege) as "~pg"."~mirror".may_anyway("~pg"."~mirror".this_user(), schema, privilege, ['usage']),
  (role, schema, privilege) as case when role is not null then "~pg"."~mirror".may_anyway("~pg"."~mirror".role_that_is(role), schema, privilege, ['usage']) end;
create macro "~pg"."~catalog".has_database_privilege
  (database, privilege) as "~pg"."~mirror".may_anyway("~pg"."~mirror".this_user(), database, privilege, ['connect', 'temp', 'temporary']),
  (role, database, privilege) as case when role is not null then "~pg"."~mirror".may_anyway("~pg"."~mirror".role_that_is(role), database, privilege, ['connect', 'temp', 'temporary']) end;
create macro "~pg"."~catalog".has_function_privilege
  (function, privilege) as "~pg"."~mirror".may_anyway("~pg"."~mirror".this_user(), function, privilege, ['execute']),
  (role, function, privilege) as case when role is not null then "~pg"."~mirror".may_anyway("~pg"."~mirror".role_that_is(role), function, privilege, ['execute']) end;
create macro "~pg"."~catalog".has_type_privilege
  (type, privilege) as "~pg"."~mirror".may_anyway("~pg"."~mirror".this_user(), type, privilege, ['usage']),
  (role, type, privilege) as case when role is not null then "~pg"."~mirror".may_anyway("~pg"."~mirror".role_that_is(role), type, privilege, ['usage']) end;
create macro "~pg"."~catalog".has_language_privilege
  (language, privilege) as "~pg"."~mirror".may_anyway("~pg"."~mirror".this_user(), language, privilege, ['usage']),
  (role, language, privilege) as case when role is not null then "~pg"."~mirror".may_anyway("~pg"."~mirror".role_that_is(role), language, privilege, ['usage']) end;
create macro "~pg"."~catalog".pg_has_role
  (role, privilege) as "~pg"."~mirror".asked(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()) or role::varchar = "~pg"."~mirror".this_user(),
    role,
    privilege
  ),
  (member, role, privilege) as "~pg"."~mirror".asked(
    "~pg"."~mirror".is_superuser(member) or role::varchar = member::varchar, role, privilege
  );
create macro "~pg"."~catalog".row_security_active(relation) as case when relation is not null then false end;

-- What an object of a kind grants where nothing was granted or revoked.
create macro "~pg"."~catalog".acldefault(kind, owner) as (
  select case when kind is not null and owner is not null then coalesce(
    case "~k".kind
      when 'c' then []
      when 'r' then ["~k".role || '=arwdDxt/' || "~k".role]
      when 's' then ["~k".role || '=rwU/' || "~k".role]
      when 'd' then ['=Tc/' || "~k".role, "~k".role || '=CTc/' || "~k".role]
      when 'n' then ["~k".role || '=UC/' || "~k".role]
      when 'f' then ['=X/' || "~k".role, "~k".role || '=X/' || "~k".role]
      when 'l' then ['=U/' || "~k".role, "~k".role || '=U/' || "~k".role]
      when 'T' then ['=U/' || "~k".role, "~k".role || '=U/' || "~k".role]
      when 't' then ["~k".role || '=C/' || "~k".role]
      when 'F' then ["~k".role || '=U/' || "~k".role]
      when 'S' then ["~k".role || '=U/' || "~k".role]
      when 'L' then ["~k".role || '=rw/' || "~k".role]
      when 'p' then ["~k".role || '=sA/' || "~k".role]
    end,
    [ "~pg"."~mirror".raise('XX000', 'unrecognized objtype abbreviation: ' || "~k".kind)::varchar ]
  ) end
  from (select kind::varchar as kind, "~pg"."~catalog".quote_ident("~pg"."~catalog".pg_get_userbyid(owner)) as role) "~k"
);
