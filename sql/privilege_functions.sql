-- Access privilege inquiry functions (PostgreSQL 15, 9.26, table 9.67).  Called by psql, Metabase, DBeaver.
-- A superuser may everything.  Others may connect, compute, have temporary tables and read the catalog, as PostgreSQL's
-- PUBLIC may; nothing else has been granted to anybody.  All are null where an argument is, and of an object that has
-- no such OID; a name that nothing has is an error.
create macro "~pg"."~mirror".is_superuser(role) as exists (
  from "~pg"."~mirror".roles "~r"
  where "~r".superuser and role::varchar in ("~r".name, "~r".oid::varchar)
);
-- A role that is there, if it is told by its name.
create macro "~pg"."~mirror".role_that_is(role) as case
  when try_cast(role::varchar as bigint) is not null
    or exists (from "~pg"."~mirror".roles "~r" where "~r".name = role::varchar) then role::varchar
  when role is not null then "~pg"."~mirror".raise('42704', 'role "' || role::varchar || '" does not exist')
end;
-- The same of both: is the role, which is there, a superuser?  The macros of this file are written out wherever they
-- are called, so one query of the roles takes the place of three.
create macro "~pg"."~mirror".is_superuser_that_is(role) as (
  select case
    when count("~r".oid) > 0 then bool_or("~r".superuser)
    when try_cast(min("~x".role) as bigint) is not null then false
    when min("~x".role) is not null
      then "~pg"."~mirror".raise('42704', 'role "' || min("~x".role) || '" does not exist')::boolean
  end
  from (select role::varchar as role) "~x"
  left join "~pg"."~mirror".roles "~r" on "~x".role in ("~r".name, "~r".oid::varchar)
);

create macro "~pg"."~mirror".privilege_list(privileges) as list_transform(
  string_split(privileges::varchar, ','), lambda "~p": trim("~p")
);
create macro "~pg"."~mirror".privilege_names(privileges) as list_transform(
  "~pg"."~mirror".privilege_list(privileges),
  lambda "~p": system.main.regexp_replace(upper("~p"), ' WITH (GRANT|ADMIN) OPTION$', '')
);
-- The privileges, which all are of those that there are for a kind of object.
create macro "~pg"."~mirror".are_privileges(privileges, known) as case
  when list_has_all(known, "~pg"."~mirror".privilege_names(privileges)) then true
  when privileges is not null then "~pg"."~mirror".raise('22023', 'unrecognized privilege type: "' || list_filter(
    "~pg"."~mirror".privilege_list(privileges),
    lambda "~p": not list_contains(
      known, system.main.regexp_replace(upper("~p"), ' WITH (GRANT|ADMIN) OPTION$', '')
    )
  )[1] || '"')::boolean
end;
-- The answer about an object that is there: a superuser's, or of a privilege that everybody has.
create macro "~pg"."~mirror".may(superuser, object, privileges, known, public) as case
  when "~pg"."~mirror".are_privileges(privileges, known) and object is not null
    then superuser or list_has_any(public, "~pg"."~mirror".privilege_names(privileges))
end;

-- The OID of an object that is told by its name or its OID: null if there is none of that OID.
create macro "~pg"."~mirror".known_relation(x) as (
  select case
    when "~x".oid is not null then "~r".oid
    when "~x".given is not null then coalesce(
      "~pg"."~catalog".to_regclass("~x".given),
      "~pg"."~mirror".raise('42P01', 'relation "' || "~x".given || '" does not exist')::uinteger
    )
  end
  from (select "~g".given, try_cast("~g".given as uinteger) as oid from (select x::varchar as given) "~g") "~x"
  left join "~pg"."~mirror".session_relations "~r" on "~r".oid = "~x".oid
);
create macro "~pg"."~mirror".known_sequence(x) as (
  select case
    when "~r".kind is null or "~r".kind = 'S' then "~r".oid
    else "~pg"."~mirror".raise('42809', '"' || "~r".name || '" is not a sequence')::uinteger
  end
  from (select "~pg"."~mirror".known_relation(x) as oid) "~x"
  left join "~pg"."~mirror".session_relations "~r" on "~r".oid = "~x".oid
);
create macro "~pg"."~mirror".known_column(relation, attribute) as (
  select case
    when "~c".attnum is not null then "~c".attnum
    when "~x".oid is not null and "~x".attribute is not null and try_cast("~x".attribute as smallint) is null
    then "~pg"."~mirror".raise(
      '42703',
      'column "' || "~x".attribute || '" of relation "' || "~pg"."~catalog".regclass_name("~x".oid) || '" does not exist'
    )::smallint
  end
  from (select "~pg"."~mirror".known_relation(relation) as oid, attribute::varchar as attribute) "~x"
  left join "~pg"."~mirror".session_columns "~c"
    on "~c".relation = "~x".oid and "~x".attribute in ("~c".name, "~c".attnum::varchar)
);
create macro "~pg"."~mirror".known_schema(x) as (
  select coalesce(
    (select min("~s".oid) from "~pg"."~mirror".session_schemas "~s" where "~s".oid = try_cast("~x".given as uinteger)),
    "~pg"."~catalog".regnamespace("~pg"."~mirror".sought("~x".given))
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~mirror".type_that_is(x) as (
  select coalesce(
    (select min("~t".oid) from "~pg"."~mirror".session_types "~t" where "~t".oid = try_cast("~x".given as uinteger)),
    "~pg"."~catalog".regtype("~pg"."~mirror".sought("~x".given))
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~mirror".known_function(x) as (
  select coalesce(
    (
      select min("~f".oid)
      from "~pg"."~mirror".postgres_functions "~f"
      where "~f".oid = try_cast("~x".given as uinteger)
    ),
    "~pg"."~catalog".regprocedure("~pg"."~mirror".sought("~x".given))
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~mirror".known_database(x) as (
  select case
    when count("~o".oid) > 0 then min("~o".oid)
    when "~pg"."~mirror".sought(min("~x".given)) is not null
      then "~pg"."~mirror".raise('3D000', 'database "' || min("~x".given) || '" does not exist')::uinteger
  end
  from (select x::varchar as given) "~x"
  left join "~pg"."~mirror".databases "~o" on "~x".given in ("~o".name, "~o".oid::varchar)
);
create macro "~pg"."~mirror".known_language(x) as (
  select case
    when count("~o".oid) > 0 then min("~o".oid)
    when "~pg"."~mirror".sought(min("~x".given)) is not null
      then "~pg"."~mirror".raise('42704', 'language "' || min("~x".given) || '" does not exist')::uinteger
  end
  from (select x::varchar as given) "~x"
  left join "~pg"."~catalog".pg_language "~o" on "~x".given in ("~o".lanname, "~o".oid::varchar)
);
create macro "~pg"."~mirror".known_tablespace(x) as (
  select case
    when count("~o".oid) > 0 then min("~o".oid)
    when "~pg"."~mirror".sought(min("~x".given)) is not null
      then "~pg"."~mirror".raise('42704', 'tablespace "' || min("~x".given) || '" does not exist')::uinteger
  end
  from (select x::varchar as given) "~x"
  left join "~pg"."~catalog".pg_tablespace "~o" on "~x".given in ("~o".spcname, "~o".oid::varchar)
);
create macro "~pg"."~mirror".known_server(x) as (
  select case
    when count("~o".oid) > 0 then min("~o".oid)
    when "~pg"."~mirror".sought(min("~x".given)) is not null
      then "~pg"."~mirror".raise('42704', 'server "' || min("~x".given) || '" does not exist')::uinteger
  end
  from (select x::varchar as given) "~x"
  left join "~pg"."~catalog".pg_foreign_server "~o" on "~x".given in ("~o".srvname, "~o".oid::varchar)
);
create macro "~pg"."~mirror".known_wrapper(x) as (
  select case
    when count("~o".oid) > 0 then min("~o".oid)
    when "~pg"."~mirror".sought(min("~x".given)) is not null
      then "~pg"."~mirror".raise('42704', 'foreign-data wrapper "' || min("~x".given) || '" does not exist')::uinteger
  end
  from (select x::varchar as given) "~x"
  left join "~pg"."~catalog".pg_foreign_data_wrapper "~o" on "~x".given in ("~o".fdwname, "~o".oid::varchar)
);

create macro "~pg"."~catalog".has_table_privilege
  (relation, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_relation(relation), privilege,
    ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'],
    []
  ),
  (role, relation, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_relation(relation), privilege,
    ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'],
    []
  ) end;
create macro "~pg"."~catalog".has_any_column_privilege
  (relation, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_relation(relation), privilege,
    ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'],
    []
  ),
  (role, relation, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_relation(relation), privilege,
    ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'],
    []
  ) end;
create macro "~pg"."~catalog".has_column_privilege
  (relation, attribute, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_column(relation, attribute),
    privilege,
    ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'],
    []
  ),
  (role, relation, attribute, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_column(relation, attribute), privilege,
    ['SELECT', 'INSERT', 'UPDATE', 'REFERENCES'],
    []
  ) end;
create macro "~pg"."~catalog".has_sequence_privilege
  (sequence, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_sequence(sequence), privilege,
    ['USAGE', 'SELECT', 'UPDATE'],
    []
  ),
  (role, sequence, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_sequence(sequence), privilege,
    ['USAGE', 'SELECT', 'UPDATE'],
    []
  ) end;
create macro "~pg"."~catalog".has_tablespace_privilege
  (tablespace, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_tablespace(tablespace), privilege,
    ['CREATE'],
    []
  ),
  (role, tablespace, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_tablespace(tablespace), privilege,
    ['CREATE'],
    []
  ) end;
create macro "~pg"."~catalog".has_foreign_data_wrapper_privilege
  (wrapper, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_wrapper(wrapper), privilege,
    ['USAGE'],
    []
  ),
  (role, wrapper, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_wrapper(wrapper), privilege,
    ['USAGE'],
    []
  ) end;
create macro "~pg"."~catalog".has_server_privilege
  (server, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_server(server), privilege,
    ['USAGE'],
    []
  ),
  (role, server, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_server(server), privilege,
    ['USAGE'],
    []
  ) end;
create macro "~pg"."~catalog".has_parameter_privilege
  (parameter, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), parameter, privilege,
    ['SET', 'ALTER SYSTEM'],
    []
  ),
  (role, parameter, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), parameter, privilege,
    ['SET', 'ALTER SYSTEM'],
    []
  ) end;
create macro "~pg"."~catalog".has_schema_privilege
  (schema, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_schema(schema), privilege,
    ['CREATE', 'USAGE'],
    ['USAGE']
  ),
  (role, schema, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_schema(schema), privilege,
    ['CREATE', 'USAGE'],
    ['USAGE']
  ) end;
create macro "~pg"."~catalog".has_database_privilege
  (database, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_database(database), privilege,
    ['CREATE', 'TEMPORARY', 'TEMP', 'CONNECT'],
    ['CONNECT', 'TEMP', 'TEMPORARY']
  ),
  (role, database, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_database(database), privilege,
    ['CREATE', 'TEMPORARY', 'TEMP', 'CONNECT'],
    ['CONNECT', 'TEMP', 'TEMPORARY']
  ) end;
create macro "~pg"."~catalog".has_function_privilege
  (function, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_function(function), privilege,
    ['EXECUTE'],
    ['EXECUTE']
  ),
  (role, function, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_function(function), privilege,
    ['EXECUTE'],
    ['EXECUTE']
  ) end;
create macro "~pg"."~catalog".has_type_privilege
  (type, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".type_that_is(type), privilege,
    ['USAGE'],
    ['USAGE']
  ),
  (role, type, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".type_that_is(type), privilege,
    ['USAGE'],
    ['USAGE']
  ) end;
create macro "~pg"."~catalog".has_language_privilege
  (language, privilege) as "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser("~pg"."~mirror".this_user()), "~pg"."~mirror".known_language(language), privilege,
    ['USAGE'],
    ['USAGE']
  ),
  (role, language, privilege) as case when role is not null then "~pg"."~mirror".may(
    "~pg"."~mirror".is_superuser_that_is(role), "~pg"."~mirror".known_language(language), privilege,
    ['USAGE'],
    ['USAGE']
  ) end;
create macro "~pg"."~mirror".is_member(member, role, privilege) as case
  when "~pg"."~mirror".are_privileges(privilege, ['USAGE', 'MEMBER'])
    then "~pg"."~mirror".is_superuser(member) or "~pg"."~mirror".role_that_is(role) = member::varchar
end;
create macro "~pg"."~catalog".pg_has_role
  (role, privilege) as case when "~pg"."~mirror".role_that_is(role) is not null
    then "~pg"."~mirror".is_member("~pg"."~mirror".this_user(), role, privilege) end,
  (member, role, privilege) as case
    when "~pg"."~mirror".role_that_is(member) is not null and "~pg"."~mirror".role_that_is(role) is not null
      then "~pg"."~mirror".is_member(member, role, privilege)
  end;
create macro "~pg"."~catalog".row_security_active(relation) as
  case when "~pg"."~mirror".known_relation(relation) is not null then false end;

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
