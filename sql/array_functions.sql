-- Array functions as PostgreSQL 15, 9.19 has them where DuckDB's differ or are missing, and format (9.4.1).
-- Called by psql, JDBC, ODBC, Metabase, pgcli, Grafana, pg_dump.  Arrays here begin at 1 in every dimension.
-- How many dimensions an array has its type tells; how long they are, all but the first, the first of its items.
create macro "~pg"."~catalog".array_ndims(items) as case when len(items) > 0 then
  len(regexp_extract_all(regexp_extract(typeof(items), '(\[\d*\])+$'), '\['))::integer
end;
create macro "~pg"."~catalog".array_length(items, dimension) as case
  when dimension = 1 then nullif(len(items), 0)::integer
  when dimension between 2 and 6
  then nullif(system.main.json_array_length(system.main.to_json(items[1:1]), '$' || repeat('[0]', dimension::integer - 1)), 0)::integer
end;
create macro "~pg"."~catalog".array_upper(items, dimension) as
  "~pg"."~catalog".array_length(items, dimension);
create macro "~pg"."~catalog".array_lower(items, dimension) as
  case when "~pg"."~catalog".array_length(items, dimension) is not null then 1 end;
create macro "~pg"."~mirror".array_lengths(items) as list_transform(
  range(1, "~pg"."~catalog".array_ndims(items) + 1),
  lambda "~d": "~pg"."~catalog".array_length(items, "~d")
);
create macro "~pg"."~catalog".array_dims(items) as list_aggregate(
  list_transform("~pg"."~mirror".array_lengths(items), lambda "~n": '[1:' || "~n" || ']'), 'string_agg', ''
);
create macro "~pg"."~catalog".cardinality(items) as case
  when items is not null
  then coalesce(list_aggregate("~pg"."~mirror".array_lengths(items), 'product'), 0)::integer
end;

create macro "~pg"."~catalog".array_position
  (items, item) as system.main.list_position(items, item),
  (items, item, first_place) as case
    when items is not null and first_place is null
    then "~pg"."~mirror".raise('22004', 'initial position must not be null')
    else system.main.list_position(items[first_place:], item) + first_place - 1
  end::integer;
create macro "~pg"."~catalog".array_positions(items, item) as list_filter(
  range(1, len(items) + 1)::integer[], lambda "~i": items["~i"] is not distinct from item
);
create macro "~pg"."~catalog".array_remove(items, item) as list_filter(items, lambda "~x": "~x" is distinct from item);
create macro "~pg"."~catalog".array_replace(items, item, replacement) as
  list_transform(items, lambda "~x": case when "~x" is not distinct from item then replacement else "~x" end);
-- Of one dimension; for another the rule array_fills puts a call around it.
create macro "~pg"."~catalog".array_fill(item, lengths) as list_transform(
  case
    when lengths is null then "~pg"."~mirror".raise('22004', 'dimension array or low bound array cannot be null')
    when lengths[1] is null then "~pg"."~mirror".raise('22004', 'dimension values cannot be null')
    when lengths[1] < 0
    then "~pg"."~mirror".raise('54000', 'array size exceeds the maximum allowed (134217727)')
    else range(lengths[1])
  end,
  lambda "~i": item
);
create macro "~pg"."~catalog".trim_array(items, surplus) as case
  when surplus between 0 and len(items) then items[:len(items) - surplus]
  when surplus is not null and len(items) >= 0 then error('number of elements to trim must be between 0 and ' || len(items))
end;

-- NULL is joined to an array as one without elements.
create macro "~pg"."~catalog".array_cat(first, second) as case
  when first is not null or second is not null then list_concat(first, second)
end;

-- An array with a NULL in it is in no other (9.19, table 9.53); a literal becomes what the other one is.
create macro "~pg"."~mirror".holds(whole, part) as case
  when whole is not null
    and len(list_filter(case when false then whole else part end, lambda "~x": "~x" is null)) > 0
  then false
  else list_has_all(whole, part)
end;
create macro "~pg"."~catalog"."@>"(whole, part) as "~pg"."~mirror".holds(whole, part);
create macro "~pg"."~catalog"."<@"(part, whole) as "~pg"."~mirror".holds(whole, part);

-- The elements as they are written, of all dimensions.
create macro "~pg"."~mirror".element_texts(items) as list_transform(
  case len(regexp_extract_all(regexp_extract(typeof(items), '(\[\d*\])+$'), '\['))
    when 1 then items::varchar[]
    when 2 then json_extract_string(system.main.to_json(items), '$[*][*]')
    when 3 then json_extract_string(system.main.to_json(items), '$[*][*][*]')
    else json_extract_string(system.main.to_json(items), '$[*][*][*][*]')
  end,
  lambda "~x": case
    when typeof(items) like 'BOOLEAN%' then "left"("~x", 1)
    when typeof(items) like 'DATE[%' or typeof(items) like 'TIMESTAMP%'
    then system.main.regexp_replace("~x", '^(.*) \(BC\)(.*)$', '\1\2 BC')
    when typeof(items) not like 'FLOAT%' and typeof(items) not like 'DOUBLE%' then "~x"
    when "~x" = 'nan' then 'NaN'
    else replace("~x", 'inf', 'Infinity')
  end
);
create macro "~pg"."~catalog".array_to_string
  (items, delimiter) as case when items is not null and delimiter is not null then coalesce(
    list_aggregate("~pg"."~mirror".element_texts(items), 'string_agg', delimiter), ''
  ) end,
  (items, delimiter, null_string) as case when items is not null and delimiter is not null then coalesce(
    list_aggregate(
      list_transform("~pg"."~mirror".element_texts(items), lambda "~t": coalesce("~t", null_string)),
      'string_agg',
      delimiter
    ),
    ''
  ) end;

-- Of a query, which stands here once (translate/arrays/joined_queries.py).
create macro "~pg"."~catalog"."~array_to_string"
  (items, delimiter) as (
    select "~pg"."~catalog".array_to_string("~a".items, delimiter) from (select items as items) "~a"
  ),
  (items, delimiter, null_string) as (
    select "~pg"."~catalog".array_to_string("~a".items, delimiter, null_string) from (select items as items) "~a"
  );

-- What translate/arrays/array_calls.py makes of calls with VARIADIC.
create macro "~pg"."~catalog"."~concat_of"(items) as "~pg"."~catalog".array_to_string(items, '');
create macro "~pg"."~catalog"."~concat_ws_of"(separator, items) as
  "~pg"."~catalog".array_to_string(items, separator);
create macro "~pg"."~catalog"."~num_nulls_of"(items) as
  len(list_filter(items, lambda "~x": "~x" is null))::integer;
create macro "~pg"."~catalog"."~num_nonnulls_of"(items) as
  len(list_filter(items, lambda "~x": "~x" is not null))::integer;

-- Subscripts of a dimension, as an item of SELECT and in FROM.
create macro "~pg"."~catalog".generate_subscripts
  (items, dimension) as
    unnest(range(1, coalesce("~pg"."~catalog".array_length(items, dimension), 0) + 1)::integer[]),
  (items, dimension, backward) as unnest(case
    when backward then list_reverse(range(1, coalesce("~pg"."~catalog".array_length(items, dimension), 0) + 1))
    else range(1, coalesce("~pg"."~catalog".array_length(items, dimension), 0) + 1)
  end::integer[]);
create macro "~pg"."~catalog".generate_subscripts(items, dimension, backward := false) as table
  select unnest(case
    when backward then list_reverse(range(1, coalesce("~pg"."~catalog".array_length(items, dimension), 0) + 1))
    else range(1, coalesce("~pg"."~catalog".array_length(items, dimension), 0) + 1)
  end::integer[]) as generate_subscripts;

-- information_schema's own: a key's columns with their places in it.
create macro "~pg"."~catalog"._pg_expandarray(items) as
  unnest(list_transform(range(1, len(items) + 1), lambda "~i": {'x': items["~i"], 'n': "~i"::integer}));

-- %s only: %I and %L are quote_ident and quote_literal.
create macro "~pg"."~catalog".format
  (template) as printf(template),
  (template, a) as printf(template, coalesce(a::varchar, '')),
  (template, a, b) as printf(template, coalesce(a::varchar, ''), coalesce(b::varchar, '')),
  (template, a, b, c) as
    printf(template, coalesce(a::varchar, ''), coalesce(b::varchar, ''), coalesce(c::varchar, '')),
  (template, a, b, c, d) as printf(
    template, coalesce(a::varchar, ''), coalesce(b::varchar, ''), coalesce(c::varchar, ''), coalesce(d::varchar, '')
  );

-- What translate/arrays/element_assignments.py makes of SET items[2] = ..., items[1:2] = ..., items[1][2] = ....
create macro "~pg"."~catalog"."~element_assigned"(items, place, item) as case
  when place is null then "~pg"."~mirror".raise('22004', 'array subscript in assignment must not be null')
  when place > 134217727 then "~pg"."~mirror".raise('54000', 'array size exceeds the maximum allowed (134217727)')
  when place < 1 or (place > 1 and len(coalesce(items, [])) = 0)
  then "~pg"."~mirror".raise('0A000', 'arrays that do not begin at 1 are not supported')
  else list_concat(
    list_concat(list_resize(coalesce(items, []), place - 1), [item]),
    list_slice(coalesce(items, []), place + 1, len(coalesce(items, [])))
  )
end;
create macro "~pg"."~catalog"."~inner_element_assigned"(items, place, inner_place, item) as case
  when place is null or inner_place is null
  then "~pg"."~mirror".raise('22004', 'array subscript in assignment must not be null')
  when len(coalesce(items, [])) = 0 and place = 1 and inner_place = 1 then [[item]]
  when len(coalesce(items, [])) = 0
  then "~pg"."~mirror".raise('0A000', 'arrays that do not begin at 1 are not supported')
  when place not between 1 and len(items) or inner_place not between 1 and len(list_extract(items, 1))
  then "~pg"."~mirror".raise('2202E', 'array subscript out of range')
  else "~pg"."~catalog"."~element_assigned"(
    items, place, "~pg"."~catalog"."~element_assigned"(list_extract(items, place), inner_place, item)
  )
end;
create macro "~pg"."~catalog"."~slice_assigned"(items, low, high, is_first, is_last, part) as case
  when part is null then items
  when (is_first or is_last) and len(coalesce(items, [])) = 0
  then "~pg"."~mirror".raise('2202E', 'array slice subscript must provide both boundaries')
  when (low is null and not is_first) or (high is null and not is_last)
  then "~pg"."~mirror".raise('22004', 'array subscript in assignment must not be null')
  when coalesce(high, len(items)) > 134217727
  then "~pg"."~mirror".raise('54000', 'array size exceeds the maximum allowed (134217727)')
  when coalesce(high, len(items)) < coalesce(low, 1)
  then "~pg"."~mirror".raise('2202E', 'upper bound cannot be less than lower bound')
  when coalesce(low, 1) < 1 or (coalesce(low, 1) > 1 and len(coalesce(items, [])) = 0)
  then "~pg"."~mirror".raise('0A000', 'arrays that do not begin at 1 are not supported')
  when len(part) < coalesce(high, len(items)) - coalesce(low, 1) + 1
  then "~pg"."~mirror".raise('2202E', 'source array too small')
  else list_concat(
    list_concat(
      list_resize(coalesce(items, []), coalesce(low, 1) - 1),
      list_slice(part, 1, coalesce(high, len(items)) - coalesce(low, 1) + 1)
    ),
    list_slice(coalesce(items, []), coalesce(high, len(items)) + 1, len(coalesce(items, [])))
  )
end;

-- array_agg of arrays (translate/arrays/array_results.py): list_count counts what is not NULL.
create macro "~pg"."~mirror".accumulated(arrays) as case
  when system.main.list_count(arrays) < len(arrays)
  then "~pg"."~mirror".raise('22004', 'cannot accumulate null arrays')
  when list_contains(arrays, []) then "~pg"."~mirror".raise('2202E', 'cannot accumulate empty arrays')
  else arrays
end;

-- A text that is cast to an array or a row, as the engine reads it (translate/results/read_texts.py).  Of a column,
-- which may stand here several times, short numbers and plain words need no more than other brackets.
create macro "~pg"."~catalog"."~as_read"(written, of_type) as "~computed_text"(written, of_type);
create macro "~pg"."~catalog"."~column_as_read"(written, of_type) as case
  when system.main.regexp_full_match(written, case of_type
    when 'SMALLINT[]' then '\{-?[0-9]{1,4}(,-?[0-9]{1,4})*\}'
    when 'INTEGER[]' then '\{-?[0-9]{1,9}(,-?[0-9]{1,9})*\}'
    when 'BIGINT[]' then '\{-?[0-9]{1,18}(,-?[0-9]{1,18})*\}'
    when 'VARCHAR[]' then '\{[A-Za-z0-9_.-]+(,[A-Za-z0-9_.-]+)*\}'
  end) and not contains(lower(written), 'null') then '[' || written[2:-2] || ']'
  else "~computed_text"(written, of_type)
end;
