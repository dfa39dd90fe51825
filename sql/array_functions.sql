-- Array functions as PostgreSQL 15, 9.19 has them where DuckDB's differ or are missing, and format (9.4.1).
-- Called by psql, JDBC, ODBC, Metabase, pgcli, Grafana, pg_dump.  Arrays here begin at 1 in every dimension.
create macro "~pg"."~catalog".array_lower(items, dimension) as case when dimension = 1 and len(items) > 0 then 1 end;
create macro "~pg"."~catalog".array_upper(items, dimension) as
  case when dimension = 1 and len(items) > 0 then len(items)::integer end;
create macro "~pg"."~catalog".array_remove(items, item) as list_filter(items, lambda "~x": "~x" is distinct from item);
create macro "~pg"."~catalog".array_to_string
  (items, delimiter) as list_aggregate(items::varchar[], 'string_agg', delimiter),
  (items, delimiter, null_string) as list_aggregate(
    list_transform(items::varchar[], lambda "~x": coalesce("~x", null_string)), 'string_agg', delimiter
  );

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
-- Of an array of arrays the elements of all.
create macro "~pg"."~catalog".cardinality(items) as case
  when typeof(items) like '%[][]'
  then list_sum(list_transform(items, lambda "~x": len("~x"::varchar::varchar[])))::integer
  else len(items)::integer
end;
