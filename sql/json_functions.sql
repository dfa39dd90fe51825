-- json and jsonb (PostgreSQL 15, 9.16).  Both are DuckDB's JSON: a jsonb is one whose text is that of jsonb_out
-- (pggate/types/jsonb.py), and known for one by the calls that make it (pggate/engine/json_lineage.py).  What
-- stands behind a ~ is pggate/functions/json_functions.py; the operators are what translate/json/json_operators.py makes of
-- PostgreSQL's.

-- A step of -> as DuckDB's path.
create macro "~pg"."~mirror".json_step(step) as case
  when step::varchar = '' then '$'
  when typeof(step) = 'VARCHAR' then '$."' || replace(replace(step::varchar, '\', '\\'), '"', '\"') || '"'
  else system.main.regexp_replace('$[' || step || ']', '\[-', '[#-')
end;
-- A part as it is written, where DuckDB writes it alike: what is no fraction, a string of a document without escapes,
-- and all of a document that DuckDB writes alike, with a space behind commas and colons or without; else Python reads
-- it.  The lambdas keep a chain of arrows from growing with every mention of the document.
create macro "~pg"."~mirror".spaced(document) as replace(replace(document::varchar, ',', ', '), ':', ': ');
create macro "~pg"."~mirror".json_part(document, part, otherwise) as case
  when part is null or system.main.regexp_matches(part::varchar, '^(-?[1-9][0-9]{0,17}|true|false)$')
    or part::varchar = '0' and not contains(document::varchar, '-0')
    or starts_with(part::varchar, '"') and not contains(document::varchar, '\')
    or json(document)::varchar = document::varchar
  then part
  when "~pg"."~mirror".spaced(json(document)) = document::varchar then "~pg"."~mirror".spaced(part)::json
  else otherwise
end;
create macro "~pg"."~mirror".json_part_text(document, part, otherwise) as case
  when part::varchar = 'null' then null
  when starts_with(part::varchar, '"') then json_extract_string(part, '$')
  else "~pg"."~mirror".json_part(document, part, otherwise)::varchar
end;
create macro "~pg"."~catalog"."~>"(document, step) as list_transform([document::json], lambda "~d": case
  when step::varchar = '' then "~json_child"("~d", step)
  else list_transform(
    [json_extract("~d", "~pg"."~mirror".json_step(step))],
    lambda "~p": "~pg"."~mirror".json_part("~d", "~p", "~json_child"("~d", step))
  )[1]
end)[1];
-- A text that begins like a path of DuckDB's is one.
create macro "~pg"."~catalog"."~>>"(document, step) as list_transform([document::json], lambda "~d": case
  when typeof(step) = 'VARCHAR' and regexp_matches(step::varchar, '^(/|\$[.[])')
  then json_extract_string("~d", step)
  when step::varchar = '' then "~json_child_text"("~d", step)
  else list_transform(
    [json_extract("~d", "~pg"."~mirror".json_step(step))],
    lambda "~p": "~pg"."~mirror".json_part_text("~d", "~p", "~json_child"("~d", step))
  )[1]
end)[1];
-- duckdb 1.5.5 computes the arguments of a function anew for each row inside of a lambda.
create macro "~pg"."~mirror".parts_at(document, path) as
  [{'whole': document::json, 'part': json_extract(document::json, coalesce("~json_steps"(path), '$'))}];
create macro "~pg"."~catalog"."@~>"(document, path) as case
  when "~json_steps"(path) is null then "~json_path"(document::json, path)
  else list_transform(
    "~pg"."~mirror".parts_at(document, path),
    lambda "~v": "~pg"."~mirror".json_part("~v"."whole", "~v"."part", "~json_path"("~v"."whole", path))
  )[1]
end;
create macro "~pg"."~catalog"."@~>>"(document, path) as case
  when "~json_steps"(path) is null then "~json_path_text"(document::json, path)
  else list_transform(
    "~pg"."~mirror".parts_at(document, path),
    lambda "~v": "~pg"."~mirror".json_part_text("~v"."whole", "~v"."part", "~json_path"("~v"."whole", path))
  )[1]
end;
create macro "~pg"."~catalog"."@~"(document, key) as list_transform([document::json], lambda "~d": case
  when json_type("~d") = 'OBJECT' and key <> '' then json_exists("~d", "~pg"."~mirror".json_step(key))
  else "~jsonb_exists"("~d", key)
end)[1];
create macro "~pg"."~catalog"."@~|"(document, keys) as "~jsonb_exists_any"(document::json, keys);
create macro "~pg"."~catalog"."@~&"(document, keys) as "~jsonb_exists_all"(document::json, keys);
create macro "~pg"."~catalog".jsonb_exists(document, key) as "~pg"."~catalog"."@~"(document, key);
create macro "~pg"."~catalog".jsonb_exists_any(document, keys) as "~jsonb_exists_any"(document::json, keys);
create macro "~pg"."~catalog".jsonb_exists_all(document, keys) as "~jsonb_exists_all"(document::json, keys);
create macro "~pg"."~catalog"."@~-"(document, path) as "~jsonb_delete_path"(document::json, path);
create macro "~pg"."~catalog"."@~@"(document, path) as len("~jsonb_path_query"(document::json, path)) > 0;
create macro "~pg"."~catalog"."@@"(document, path) as "~jsonb_path_match"(document::json, path);

-- Parts.
create macro "~pg"."~catalog".json_extract_path
  (document, a) as "~json_path"(document::json, [a]),
  (document, a, b) as "~json_path"(document::json, [a, b]),
  (document, a, b, c) as "~json_path"(document::json, [a, b, c]),
  (document, a, b, c, d) as "~json_path"(document::json, [a, b, c, d]);
create macro "~pg"."~catalog".json_extract_path_text
  (document, a) as "~json_path_text"(document::json, [a]),
  (document, a, b) as "~json_path_text"(document::json, [a, b]),
  (document, a, b, c) as "~json_path_text"(document::json, [a, b, c]),
  (document, a, b, c, d) as "~json_path_text"(document::json, [a, b, c, d]);
create macro "~pg"."~catalog".jsonb_extract_path
  (document, a) as "~json_path"("~jsonb"(document), [a]),
  (document, a, b) as "~json_path"("~jsonb"(document), [a, b]),
  (document, a, b, c) as "~json_path"("~jsonb"(document), [a, b, c]),
  (document, a, b, c, d) as "~json_path"("~jsonb"(document), [a, b, c, d]);
create macro "~pg"."~catalog".jsonb_extract_path_text
  (document, a) as "~json_path_text"("~jsonb"(document), [a]),
  (document, a, b) as "~json_path_text"("~jsonb"(document), [a, b]),
  (document, a, b, c) as "~json_path_text"("~jsonb"(document), [a, b, c]),
  (document, a, b, c, d) as "~json_path_text"("~jsonb"(document), [a, b, c, d]);
create macro "~pg"."~catalog".json_typeof(document) as list_transform(
  [json_type(document::json)],
  lambda "~t": case
    when "~t" = 'VARCHAR' then 'string'
    when "~t" in ('OBJECT', 'ARRAY', 'BOOLEAN', 'NULL') then lower("~t")
    when "~t" is not null then 'number'
  end
)[1];
create macro "~pg"."~catalog".jsonb_typeof(document) as "~pg"."~catalog".json_typeof(document);
create macro "~pg"."~mirror".document_length(document) as list_transform([document::json], lambda "~d": case
  when json_type("~d") = 'ARRAY' then system.main.json_array_length("~d")::integer else "~json_array_length"("~d")
end)[1];
create macro "~pg"."~catalog".json_array_length
  (document) as "~pg"."~mirror".document_length(document),
  (document, path) as system.main.json_array_length(document, path);
create macro "~pg"."~catalog".jsonb_array_length(document) as "~pg"."~mirror".document_length(document);

-- Sets: as items of SELECT and in FROM.
create macro "~pg"."~catalog".json_array_elements(document) as unnest("~json_elements"(document::json));
create macro "~pg"."~catalog".jsonb_array_elements(document) as unnest("~json_elements"("~jsonb"(document)));
create macro "~pg"."~catalog".json_array_elements_text(document) as unnest("~json_element_texts"(document::json));
create macro "~pg"."~catalog".jsonb_array_elements_text(document) as unnest("~json_element_texts"("~jsonb"(document)));
create macro "~pg"."~catalog".json_object_keys(document) as unnest("~json_keys"(document::json));
create macro "~pg"."~catalog".jsonb_object_keys(document) as unnest("~json_keys"("~jsonb"(document)));
create macro "~pg"."~catalog".jsonb_path_query(document, path) as
  unnest("~jsonb_path_query"("~jsonb"(document), path));
create macro "~pg"."~catalog".json_array_elements(document) as table
  select unnest("~json_elements"(document::json)) as "value";
create macro "~pg"."~catalog".jsonb_array_elements(document) as table
  select unnest("~json_elements"("~jsonb"(document))) as "value";
create macro "~pg"."~catalog".json_array_elements_text(document) as table
  select unnest("~json_element_texts"(document::json)) as "value";
create macro "~pg"."~catalog".jsonb_array_elements_text(document) as table
  select unnest("~json_element_texts"("~jsonb"(document))) as "value";
create macro "~pg"."~catalog".json_object_keys(document) as table
  select unnest("~json_keys"(document::json)) as json_object_keys;
create macro "~pg"."~catalog".jsonb_object_keys(document) as table
  select unnest("~json_keys"("~jsonb"(document))) as jsonb_object_keys;
create macro "~pg"."~catalog".jsonb_path_query(document, path) as table
  select unnest("~jsonb_path_query"("~jsonb"(document), path)) as jsonb_path_query;
-- The same WITH ORDINALITY (translate/json/json_sets.py).
create macro "~pg"."~catalog"."~json_array_elements"(document) as table
  select unnest("~l") as "value", unnest(range(1, len("~l") + 1)) as ordinality
  from (select "~json_elements"(document::json) as "~l");
create macro "~pg"."~catalog"."~jsonb_array_elements"(document) as table
  select unnest("~l") as "value", unnest(range(1, len("~l") + 1)) as ordinality
  from (select "~json_elements"("~jsonb"(document)) as "~l");
create macro "~pg"."~catalog"."~json_array_elements_text"(document) as table
  select unnest("~l") as "value", unnest(range(1, len("~l") + 1)) as ordinality
  from (select "~json_element_texts"(document::json) as "~l");
create macro "~pg"."~catalog"."~jsonb_array_elements_text"(document) as table
  select unnest("~l") as "value", unnest(range(1, len("~l") + 1)) as ordinality
  from (select "~json_element_texts"("~jsonb"(document)) as "~l");
create macro "~pg"."~catalog"."~json_object_keys"(document) as table
  select unnest("~l") as json_object_keys, unnest(range(1, len("~l") + 1)) as ordinality
  from (select "~json_keys"(document::json) as "~l");
create macro "~pg"."~catalog"."~jsonb_object_keys"(document) as table
  select unnest("~l") as jsonb_object_keys, unnest(range(1, len("~l") + 1)) as ordinality
  from (select "~json_keys"("~jsonb"(document)) as "~l");
create macro "~pg"."~catalog"."~jsonb_path_query"(document, path) as table
  select unnest("~l") as jsonb_path_query, unnest(range(1, len("~l") + 1)) as ordinality
  from (select "~jsonb_path_query"("~jsonb"(document), path) as "~l");
create macro "~pg"."~catalog".json_each(document) as
  unnest(list_transform("~json_members"(document::json), lambda "~m": row("~m"[1], "~m"[2]::json)));
create macro "~pg"."~catalog".jsonb_each(document) as
  unnest(list_transform("~json_members"("~jsonb"(document)), lambda "~m": row("~m"[1], "~m"[2]::json)));
create macro "~pg"."~catalog".json_each_text(document) as
  unnest(list_transform("~json_member_texts"(document::json), lambda "~m": row("~m"[1], "~m"[2])));
create macro "~pg"."~catalog".jsonb_each_text(document) as
  unnest(list_transform("~json_member_texts"("~jsonb"(document)), lambda "~m": row("~m"[1], "~m"[2])));
create macro "~pg"."~catalog".json_each(document) as table
  select "~m"[1] as "key", "~m"[2]::json as "value" from (select unnest("~json_members"(document::json)) as "~m");
create macro "~pg"."~catalog".jsonb_each(document) as table
  select "~m"[1] as "key", "~m"[2]::json as "value" from (select unnest("~json_members"("~jsonb"(document))) as "~m");
create macro "~pg"."~catalog".json_each_text(document) as table
  select "~m"[1] as "key", "~m"[2] as "value" from (select unnest("~json_member_texts"(document::json)) as "~m");
create macro "~pg"."~catalog".jsonb_each_text(document) as table
  select "~m"[1] as "key", "~m"[2] as "value" from (select unnest("~json_member_texts"("~jsonb"(document))) as "~m");

-- Documents of values.  The type tells what Arrow does not: which texts are JSON.  duckdb 1.5.5: what a function of
-- Arrow's columns returns is gone where COALESCE reads it, so it is copied by a concatenation.
-- A time with a time zone loses the zone on its way to the function.
create macro "~pg"."~mirror".document("~x") as case
  when typeof("~x") = 'TIME WITH TIME ZONE' then '"' || "~x"::varchar || '"'
  else "~to_json"(typeof("~x"), system.main.current_setting('TimeZone'), "~x")
end;
create macro "~pg"."~catalog".to_json("~x") as ("~pg"."~mirror".document("~x") || '')::json;
create macro "~pg"."~catalog".to_jsonb("~x") as
  "~jsonb"("~pg"."~mirror".document("~x"));
create macro "~pg"."~catalog".row_to_json
  ("~x") as "~pg"."~catalog".to_json("~x"),
  ("~x", in_lines) as case when in_lines then "~json_lines"("~pg"."~catalog".to_json("~x")) else
    "~pg"."~catalog".to_json("~x") end;
create macro "~pg"."~catalog".array_to_json
  ("~x") as "~pg"."~catalog".to_json("~x"),
  ("~x", in_lines) as case when in_lines then "~json_lines"("~pg"."~catalog".to_json("~x")) else
    "~pg"."~catalog".to_json("~x") end;
-- What translate/json/json_calls.py makes of json_agg(x) and json_object_agg(k, v): calls of what array_agg gathers.
create macro "~pg"."~catalog"."~json_agg_of"(items) as
  ("~json_agg"(typeof(items), system.main.current_setting('TimeZone'), items) || '')::json;
create macro "~pg"."~catalog"."~jsonb_agg_of"(items) as
  "~jsonb"("~json_agg"(typeof(items), system.main.current_setting('TimeZone'), items));
create macro "~pg"."~catalog"."~json_object_agg_of"(pairs) as
  ("~json_object_agg"(typeof(pairs), system.main.current_setting('TimeZone'), pairs) || '')::json;
create macro "~pg"."~catalog"."~jsonb_object_agg_of"(pairs) as
  "~jsonb"("~json_object_agg"(typeof(pairs), system.main.current_setting('TimeZone'), pairs));
-- What translate/results/document_types.py makes of a cast of an array or a row to text.
create macro "~pg"."~catalog"."~shown"("~x") as
  "~to_text"(typeof("~x"), system.main.current_setting('TimeZone'), "~x") || '';
create macro "~pg"."~catalog"."~shown_row"("~x") as
  "~row_to_text"(typeof("~x"), system.main.current_setting('TimeZone'), "~x") || '';
-- What translate/json/json_calls.py makes of json_object of arrays, and of calls without arguments.
create macro "~pg"."~catalog"."~json_object_of"
  (texts) as "~json_object"(texts),
  (keys, texts) as "~json_object"(keys, texts);
create macro "~pg"."~catalog"."~json_build_array"() as '[]'::json;
create macro "~pg"."~catalog"."~json_build_object"() as '{}'::json;
create macro "~pg"."~catalog"."~jsonb_build_array"() as "~jsonb"('[]');
create macro "~pg"."~catalog"."~jsonb_build_object"() as "~jsonb"('{}');
create macro "~pg"."~catalog".jsonb_object
  (texts) as "~jsonb"("~json_object"(texts)),
  (keys, texts) as "~jsonb"("~json_object"(keys, texts));

-- What translate/arrays/array_calls.py makes of calls with VARIADIC.
create macro "~pg"."~catalog"."~json_build_array_of"(items) as "~pg"."~catalog"."~json_agg_of"(items);
create macro "~pg"."~catalog"."~jsonb_build_array_of"(items) as "~pg"."~catalog"."~jsonb_agg_of"(items);
create macro "~pg"."~catalog"."~json_extract_path_of"(document, path) as "~json_path"(document::json, path);
create macro "~pg"."~catalog"."~json_extract_path_text_of"(document, path) as
  "~json_path_text"(document::json, path);
create macro "~pg"."~catalog"."~jsonb_extract_path_of"(document, path) as
  "~json_path"("~jsonb"(document), path);
create macro "~pg"."~catalog"."~jsonb_extract_path_text_of"(document, path) as
  "~json_path_text"("~jsonb"(document), path);

-- Changed documents.
create macro "~pg"."~catalog".json_strip_nulls(document) as "~json_strip_nulls"(document::json);
create macro "~pg"."~catalog".jsonb_strip_nulls(document) as "~jsonb"("~json_strip_nulls"(document::json));
create macro "~pg"."~catalog".jsonb_pretty(document) as "~jsonb_pretty"("~jsonb"(document));
create macro "~pg"."~catalog".jsonb_set
  (document, path, new_value) as "~jsonb_set"("~jsonb"(document), path, "~jsonb"(new_value)),
  (document, path, new_value, create_if_missing) as
    "~jsonb_set"("~jsonb"(document), path, "~jsonb"(new_value), create_if_missing);
create macro "~pg"."~catalog".jsonb_set_lax
  (document, path, new_value) as "~jsonb_set_lax"("~jsonb"(document), path, "~jsonb"(new_value)),
  (document, path, new_value, create_if_missing) as
    "~jsonb_set_lax"("~jsonb"(document), path, "~jsonb"(new_value), create_if_missing),
  (document, path, new_value, create_if_missing, null_value_treatment) as
    "~jsonb_set_lax"("~jsonb"(document), path, "~jsonb"(new_value), create_if_missing, null_value_treatment);
create macro "~pg"."~catalog".jsonb_insert
  (document, path, new_value) as "~jsonb_insert"("~jsonb"(document), path, "~jsonb"(new_value)),
  (document, path, new_value, insert_after) as
    "~jsonb_insert"("~jsonb"(document), path, "~jsonb"(new_value), insert_after);

-- Paths of SQL/JSON.
create macro "~pg"."~catalog".jsonb_path_exists(document, path) as
  len("~jsonb_path_query"("~jsonb"(document), path)) > 0;
create macro "~pg"."~catalog".jsonb_path_match(document, path) as "~jsonb_path_match"("~jsonb"(document), path);
create macro "~pg"."~catalog".jsonb_path_query_array(document, path) as
  "~jsonb"('[' || coalesce(list_aggregate("~jsonb_path_query"("~jsonb"(document), path)::varchar[], 'string_agg', ', '), '') || ']');
create macro "~pg"."~catalog".jsonb_path_query_first(document, path) as
  "~jsonb_path_query"("~jsonb"(document), path)[1];
