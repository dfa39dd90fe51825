-- Names to objects and back: to_regclass and its kin (PostgreSQL 15, 9.26, table 9.69), and what a cast to regclass,
-- regtype, regproc, regnamespace, regrole becomes here.
-- to_reg*(text) is null where there is no such object, reg*(text) an error; reg*_name(oid) is the name.
-- No function is overloaded by type: duckdb 1.5.5 cannot choose when an argument holds a correlated subquery.

-- Arguments are put into a macro's body as text: each of these takes its argument once, as a row of its own, or a
-- nested call would be computed many times over.
create macro "~pg"."~catalog".to_regclass(qualified) as (
  select "~n".oid
  from (select "~pg"."~mirror".name_parts(qualified) as parts) "~q"
  join "~pg"."~mirror".named_relations "~n" on "~n".name = "~q".parts[-1]
  where case len("~q".parts)
    when 1 then "~n".visible
    when 2 then "~n".schema = "~q".parts[1]
    when 3 then "~n".schema = "~q".parts[2] and "~q".parts[1] = "~pg"."~mirror".this_database()
  end
);
create macro "~pg"."~catalog".to_regtype(spelled) as (
  select min("~n".oid)
  from (select "~pg"."~mirror".type_spelling(spelled) as name) "~q"
  join "~pg"."~mirror".type_spellings "~n" on "~n".spelling = "~q".name
);
-- The only function of a name.
create macro "~pg"."~catalog".to_regproc(qualified) as (
  select case when count(*) = 1 then min("~p".name) end
  from "~pg"."~mirror".postgres_functions "~p"
  where "~p".name = "~pg"."~mirror".name_parts(qualified)[-1]
);
create macro "~pg"."~catalog".to_regnamespace(qualified) as (
  select "~s".oid
  from "~pg"."~mirror".session_schemas "~s"
  where "~s".name = "~pg"."~mirror".name_parts(qualified)[1]
);
create macro "~pg"."~catalog".to_regrole(qualified) as (
  select "~r".oid
  from "~pg"."~mirror".roles "~r"
  where "~r".name = "~pg"."~mirror".name_parts(qualified)[1]
);

-- The OID of what a text names, which may be an OID already: then nothing is looked for.
create macro "~pg"."~mirror".given_oid(x) as case when x = '-' then 0::oid else try_cast(x as oid) end;
create macro "~pg"."~mirror".sought(x) as case when "~pg"."~mirror".given_oid(x) is null then x end;
create macro "~pg"."~mirror".oid_of(x, found, kind, sqlstate) as coalesce(
  "~pg"."~mirror".given_oid(x),
  found,
  case when x is not null then "~pg"."~mirror".raise(sqlstate, kind || ' "' || x || '" does not exist')::oid end
);
create macro "~pg"."~catalog".regclass(x) as (
  select "~pg"."~mirror".oid_of(
    "~x".given, "~pg"."~catalog".to_regclass("~pg"."~mirror".sought("~x".given)), 'relation', '42P01'
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~catalog".regtype(x) as (
  select "~pg"."~mirror".oid_of(
    "~x".given, "~pg"."~catalog".to_regtype("~pg"."~mirror".sought("~x".given)), 'type', '42704'
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~catalog".regnamespace(x) as (
  select "~pg"."~mirror".oid_of(
    "~x".given, "~pg"."~catalog".to_regnamespace("~pg"."~mirror".sought("~x".given)), 'schema', '3F000'
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~catalog".regrole(x) as (
  select "~pg"."~mirror".oid_of(
    "~x".given, "~pg"."~catalog".to_regrole("~pg"."~mirror".sought("~x".given)), 'role', '42704'
  )
  from (select x::varchar as given) "~x"
);

-- The name of what has this OID, as PostgreSQL prints it; the OID itself where nothing has it.
create macro "~pg"."~mirror".name_of(x, found) as
  case when x = 0 then '-' when x is not null then coalesce(found, x::varchar) end;
create macro "~pg"."~catalog".regclass_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~n".shown)
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".named_relations "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog".regtype_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~n".before || "~n".after || "~n".brackets)
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".type_names "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog".regnamespace_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~s".name))
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".session_schemas "~s" on "~s".oid = "~x".oid
);
create macro "~pg"."~catalog".regrole_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~r".name))
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".roles "~r" on "~r".oid = "~x".oid
);

-- Columns of type regproc hold names here: the name of an OID, or a name without its schema.
create macro "~pg"."~catalog".regproc(x) as (
  select case
    when "~x".given in ('-', '0') then '-'
    else coalesce("~p".name, "~pg"."~mirror".name_parts("~x".given)[-1])
  end
  from (select x::varchar as given) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".oid = try_cast("~x".given as oid)
);
create macro "~pg"."~catalog".regprocedure(x) as (
  select case
    when "~x".given in ('-', '0') then '-'
    else coalesce("~p".name || '(' || "~p".identity_arguments || ')', "~x".given)
  end
  from (select x::varchar as given) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".oid = try_cast("~x".given as oid)
);

-- What a client sees of one: the OID in binary, the name in text (types/reg_types.py knows them by the first field).
create macro "~pg"."~catalog"."~regclass"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regclass" := "~x".oid::uinteger, "name" := "~pg"."~mirror".name_of("~x".oid, "~n".shown)
  ) end
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".named_relations "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regtype"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regtype" := "~x".oid::uinteger,
    "name" := "~pg"."~mirror".name_of("~x".oid, "~n".before || "~n".after || "~n".brackets)
  ) end
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".type_names "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regnamespace"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regnamespace" := "~x".oid::uinteger,
    "name" := "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~s".name))
  ) end
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".session_schemas "~s" on "~s".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regrole"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regrole" := "~x".oid::uinteger,
    "name" := "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~r".name))
  ) end
  from (select x::oid as oid) "~x"
  left join "~pg"."~mirror".roles "~r" on "~r".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regproc"(x) as (
  select case when "~x".name is not null then struct_pack(
    "~regproc" := coalesce(min("~p".oid), 0)::uinteger, "name" := "~x".name
  ) end
  from (select x::varchar as name) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".name = "~x".name
  group by "~x".name
);
create macro "~pg"."~catalog"."~regprocedure"(x) as (
  select case when "~x".name is not null then struct_pack(
    "~regprocedure" := coalesce(min("~p".oid), 0)::uinteger, "name" := "~x".name
  ) end
  from (select x::varchar as name) "~x"
  left join "~pg"."~mirror".postgres_functions "~p"
    on "~p".name || '(' || "~p".identity_arguments || ')' = "~x".name
  group by "~x".name
);

-- Lists of them, as names and as a client sees them.
create macro "~pg"."~catalog".regclass_names(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog".regclass_name("~pg"."~catalog".regclass("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regclass_list"(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog"."~regclass"("~pg"."~catalog".regclass("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regtype_names(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog".regtype_name("~pg"."~catalog".regtype("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regtype_list"(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog"."~regtype"("~pg"."~catalog".regtype("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regnamespace_names(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog".regnamespace_name("~pg"."~catalog".regnamespace("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regnamespace_list"(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog"."~regnamespace"("~pg"."~catalog".regnamespace("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regrole_names(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog".regrole_name("~pg"."~catalog".regrole("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regrole_list"(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog"."~regrole"("~pg"."~catalog".regrole("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regproc_names(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog".regproc("~e".given) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regproc_list"(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog"."~regproc"("~pg"."~catalog".regproc("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regprocedure_names(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog".regprocedure("~e".given) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regprocedure_list"(x) as (
  select case when x is not null then coalesce(
    list("~pg"."~catalog"."~regprocedure"("~pg"."~catalog".regprocedure("~e".given)) order by "~e".place), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
