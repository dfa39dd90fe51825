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
    when 2 then "~n".schema = case "~q".parts[1] when 'pg_temp' then 'pg_temp_1' else "~q".parts[1] end
    when 3 then "~n".schema = "~q".parts[2] and "~q".parts[1] = "~pg"."~mirror".this_database()
  end
);
-- What tableoid becomes (translate/columns/system_columns.py).
create macro "~pg"."~catalog"."~tableoid"(qualified) as (
  select coalesce("~pg"."~catalog".to_regclass(qualified), 0)::uinteger
);
create macro "~pg"."~catalog".to_regtype(spelled) as (
  select min("~n".oid)
  from (select "~pg"."~mirror".type_spelling(spelled) as name) "~q"
  join "~pg"."~mirror".type_spellings "~n" on "~n".spelling = "~q".name
);
-- The only function of a name.  PostgreSQL may have more of it than there are here, and says so with the schema.
create macro "~pg"."~catalog".to_regproc(qualified) as (
  select case when count(*) = 1 and not starts_with(min("~p".shown), 'pg_catalog.') then min("~p".oid) end
  from "~pg"."~mirror".postgres_functions "~p"
  where "~p".proname = "~pg"."~mirror".name_parts(qualified)[-1]
);
-- That of a name and the types of its arguments: upper(text).
create macro "~pg"."~mirror".argument_list(spelled) as
  system.main.regexp_extract(spelled, '\(\s*(.*?)\s*\)\s*$', 1);
create macro "~pg"."~catalog".to_regprocedure(spelled) as (
  select min("~p".oid)
  from (
    select
      "~pg"."~mirror".name_parts(min("~s".name))[-1] as name,
      coalesce(list("~t".oid order by "~s".place) filter (where "~s".argument <> ''), []) as types
    from (
      select
        "~g".name,
        unnest("~g".arguments) as argument,
        unnest(range(len("~g".arguments))) as place
      from (
        select
          system.main.regexp_extract(spelled::varchar, '^([^(]*)', 1) as name,
          string_split("~pg"."~mirror".argument_list(spelled::varchar), ',') as arguments
      ) "~g"
    ) "~s"
    left join (select spelling, min(oid) as oid from "~pg"."~mirror".type_spellings group by all) "~t"
      on "~t".spelling = "~pg"."~mirror".type_spelling("~s".argument)
  ) "~q"
  join "~pg"."~mirror".postgres_functions "~p"
    on "~p".proname = "~q".name and "~p".proargtypes = "~q".types::uinteger[]
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
create macro "~pg"."~mirror".given_oid(x) as case when x = '-' then 0::uinteger else try_cast(x as uinteger) end;
create macro "~pg"."~mirror".sought(x) as case when "~pg"."~mirror".given_oid(x) is null then x end;
create macro "~pg"."~mirror".oid_of(x, found, kind, sqlstate) as coalesce(
  "~pg"."~mirror".given_oid(x),
  found,
  case when x is not null then "~pg"."~mirror".raise(sqlstate, kind || ' "' || x || '" does not exist')::uinteger end
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
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".named_relations "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog".regtype_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~n".before || "~n".after || "~n".brackets)
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".type_names "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog".regnamespace_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~s".name))
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".session_schemas "~s" on "~s".oid = "~x".oid
);
create macro "~pg"."~catalog".regrole_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~r".name))
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".roles "~r" on "~r".oid = "~x".oid
);

-- Functions may be several of a name: regproc is the only one, regprocedure that with these types.
create macro "~pg"."~catalog".regproc(x) as (
  select coalesce(
    "~pg"."~mirror".given_oid(min("~x".given)),
    case
      when count("~p".oid) = 1 and not starts_with(min("~p".shown), 'pg_catalog.') then min("~p".oid)
      when count("~p".oid) = 0 then case when min("~x".given) is not null then "~pg"."~mirror".raise(
        '42883', 'function "' || min("~x".given) || '" does not exist'
      )::uinteger end
      else "~pg"."~mirror".raise('42725', 'more than one function named "' || min("~x".given) || '"')::uinteger
    end
  )
  from (select x::varchar as given) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".proname = "~pg"."~mirror".name_parts("~x".given)[-1]
);
create macro "~pg"."~catalog".regprocedure(x) as (
  select case
    when not contains("~pg"."~mirror".sought("~x".given), '(')
      then "~pg"."~mirror".raise('22P02', 'expected a left parenthesis')::uinteger
    else "~pg"."~mirror".oid_of(
      "~x".given, "~pg"."~catalog".to_regprocedure("~pg"."~mirror".sought("~x".given)), 'function', '42883'
    )
  end
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~catalog".regproc_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~p".shown)
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".oid = "~x".oid
);
create macro "~pg"."~catalog".regprocedure_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~p".signature)
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".oid = "~x".oid
);

-- Operators: regoper is the only one of a name, regoperator that of these operands, +(integer,integer).
create view "~pg"."~mirror".operator_names as
select
  o.oid,
  o.oprname,
  o.oprleft,
  o.oprright,
  case when count(*) over (partition by o.oprname) = 1 then o.oprname else 'pg_catalog.' || o.oprname end as shown,
  o.oprname || '('
    || coalesce(l.before || l.after || l.brackets, 'NONE') || ','
    || coalesce(r.before || r.after || r.brackets, 'NONE') || ')' as signature
from "~pg"."~catalog".pg_operator o
left join "~pg"."~mirror".type_names l on l.oid = o.oprleft
left join "~pg"."~mirror".type_names r on r.oid = o.oprright;
create macro "~pg"."~catalog".to_regoper(qualified) as (
  select case when count(*) = 1 then min("~o".oid) end
  from "~pg"."~mirror".operator_names "~o"
  where "~o".oprname = system.main.regexp_replace(qualified, '^pg_catalog\.', '')
);
create macro "~pg"."~catalog".to_regoperator(spelled) as (
  select min("~o".oid)
  from "~pg"."~mirror".operator_names "~o"
  where "~o".oprname = system.main.regexp_replace(
      system.main.regexp_extract(spelled, '^([^(]*)', 1), '^pg_catalog\.', ''
    )
    and "~o".oprleft = coalesce(
      "~pg"."~catalog".to_regtype(trim(split_part("~pg"."~mirror".argument_list(spelled), ',', 1))), 0
    )
    and "~o".oprright = "~pg"."~catalog".to_regtype(
      trim(split_part("~pg"."~mirror".argument_list(spelled), ',', 2))
    )
);
create macro "~pg"."~catalog".to_regcollation(qualified) as (
  select "~c".oid
  from "~pg"."~catalog".pg_collation "~c"
  where "~c".collname = "~pg"."~mirror".name_parts(qualified)[-1]
);
create macro "~pg"."~catalog".regoper(x) as (
  select coalesce(
    "~pg"."~mirror".given_oid(min("~x".given)),
    case count("~o".oid)
      when 1 then min("~o".oid)
      when 0 then case when min("~x".given) is not null then "~pg"."~mirror".raise(
        '42883', 'operator does not exist: ' || min("~x".given)
      )::uinteger end
      else "~pg"."~mirror".raise('42725', 'more than one operator named ' || min("~x".given))::uinteger
    end
  )
  from (select x::varchar as given) "~x"
  left join "~pg"."~mirror".operator_names "~o"
    on "~o".oprname = system.main.regexp_replace("~x".given, '^pg_catalog\.', '')
);
create macro "~pg"."~catalog".regoperator(x) as (
  select "~pg"."~mirror".oid_of(
    "~x".given, "~pg"."~catalog".to_regoperator("~pg"."~mirror".sought("~x".given)), 'operator', '42883'
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~catalog".regcollation(x) as (
  select "~pg"."~mirror".oid_of(
    "~x".given, "~pg"."~catalog".to_regcollation("~pg"."~mirror".sought("~x".given)), 'collation', '42704'
  )
  from (select x::varchar as given) "~x"
);
create macro "~pg"."~catalog".regoper_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~o".shown)
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".operator_names "~o" on "~o".oid = "~x".oid
);
create macro "~pg"."~catalog".regoperator_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~o".signature)
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".operator_names "~o" on "~o".oid = "~x".oid
);
create macro "~pg"."~catalog".regcollation_name(x) as (
  select "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~c".collname))
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~catalog".pg_collation "~c" on "~c".oid = "~x".oid
);

-- What a client sees of one: the OID in binary, the name in text (types/reg_types.py knows them by the first field).
create macro "~pg"."~catalog"."~regclass"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regclass" := "~x".oid::uinteger, "name" := "~pg"."~mirror".name_of("~x".oid, "~n".shown)
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".named_relations "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regtype"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regtype" := "~x".oid::uinteger,
    "name" := "~pg"."~mirror".name_of("~x".oid, "~n".before || "~n".after || "~n".brackets)
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".type_names "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regnamespace"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regnamespace" := "~x".oid::uinteger,
    "name" := "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~s".name))
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".session_schemas "~s" on "~s".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regrole"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regrole" := "~x".oid::uinteger,
    "name" := "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~r".name))
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".roles "~r" on "~r".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regproc"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regproc" := "~x".oid::uinteger, "name" := "~pg"."~mirror".name_of("~x".oid, "~p".shown)
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regprocedure"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regprocedure" := "~x".oid::uinteger, "name" := "~pg"."~mirror".name_of("~x".oid, "~p".signature)
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".postgres_functions "~p" on "~p".oid = "~x".oid
);

create macro "~pg"."~catalog"."~regoper"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regoper" := "~x".oid::uinteger, "name" := "~pg"."~mirror".name_of("~x".oid, "~n".shown)
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".operator_names "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regoperator"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regoperator" := "~x".oid::uinteger, "name" := "~pg"."~mirror".name_of("~x".oid, "~n".signature)
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~mirror".operator_names "~n" on "~n".oid = "~x".oid
);
create macro "~pg"."~catalog"."~regcollation"(x) as (
  select case when "~x".oid is not null then struct_pack(
    "~regcollation" := "~x".oid::uinteger, "name" := "~pg"."~mirror".name_of("~x".oid, "~pg"."~catalog".quote_ident("~n".collname))
  ) end
  from (select x::uinteger as oid) "~x"
  left join "~pg"."~catalog".pg_collation "~n" on "~n".oid = "~x".oid
);
-- Lists of them, as names and as a client sees them.  duckdb 1.5.5: an aggregate with an ORDER BY sorts every group by
-- itself, which took three times as long.
create macro "~pg"."~mirror".in_places(pairs) as
  list_transform(list_sort(pairs), lambda "~p": "~p".value);
create macro "~pg"."~catalog".regclass_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regclass_name("~pg"."~catalog".regclass("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regclass_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regclass"("~pg"."~catalog".regclass("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regtype_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regtype_name("~pg"."~catalog".regtype("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regtype_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regtype"("~pg"."~catalog".regtype("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
-- The same of lists that hold OIDs (translate/results/known_oids.py).
create macro "~pg"."~catalog"."~regclass_names_of"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regclass_name("~e".given)))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regtype_names_of"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regtype_name("~e".given)))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regnamespace_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regnamespace_name("~pg"."~catalog".regnamespace("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regnamespace_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regnamespace"("~pg"."~catalog".regnamespace("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regrole_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regrole_name("~pg"."~catalog".regrole("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regrole_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regrole"("~pg"."~catalog".regrole("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regproc_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regproc_name("~pg"."~catalog".regproc("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regproc_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regproc"("~pg"."~catalog".regproc("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regprocedure_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regprocedure_name("~pg"."~catalog".regprocedure("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regprocedure_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regprocedure"("~pg"."~catalog".regprocedure("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regoper_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regoper_name("~pg"."~catalog".regoper("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regoper_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regoper"("~pg"."~catalog".regoper("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regoperator_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regoperator_name("~pg"."~catalog".regoperator("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regoperator_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regoperator"("~pg"."~catalog".regoperator("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog".regcollation_names(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog".regcollation_name("~pg"."~catalog".regcollation("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
create macro "~pg"."~catalog"."~regcollation_list"(x) as (
  select case when x is not null then coalesce(
    "~pg"."~mirror".in_places(list(struct_pack(place := "~e".place, value := "~pg"."~catalog"."~regcollation"("~pg"."~catalog".regcollation("~e".given))))), []
  ) end
  from (select unnest(x) as given, unnest(range(len(x))) as place) "~e"
);
