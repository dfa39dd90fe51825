-- What Grafana's PostgreSQL data source reads for its query builder, and queries with its macros as they come out: not
-- recorded, it does not run here; written anew from what its source tells.

--> connects
SELECT 1;

-- columns only: the version is pggate's own
SELECT current_setting('server_version_num')::int / 100 AS version;

-- columns only: there are no extensions
SELECT extversion FROM pg_extension WHERE extname = 'timescaledb';

--> builds a query
SELECT quote_ident(table_name) AS "table"
FROM information_schema.tables
WHERE quote_ident(table_schema) NOT IN ('information_schema', 'pg_catalog', '_timescaledb_cache', 'pggate')
  AND table_type IN ('BASE TABLE', 'VIEW')
  AND quote_ident(table_schema) IN (
    SELECT CASE WHEN trim(s[i]) = '"$user"' THEN user ELSE trim(s[i]) END
    FROM generate_series(array_lower(string_to_array(current_setting('search_path'), ','), 1),
                         array_upper(string_to_array(current_setting('search_path'), ','), 1)) AS i,
         string_to_array(current_setting('search_path'), ',') s
  )
ORDER BY 1;

SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS "table" FROM information_schema.tables
WHERE table_schema NOT IN ('information_schema', 'pg_catalog', 'pggate')
ORDER BY table_schema, table_name;

SELECT quote_ident(column_name) AS "column", data_type AS "type"
FROM information_schema.columns
WHERE quote_ident(table_name) = 't'
  AND quote_ident(table_schema) IN (SELECT quote_ident(schema_name) FROM information_schema.schemata WHERE schema_name = 'public')
ORDER BY 1;

SELECT column_name, data_type FROM information_schema.columns
WHERE CASE WHEN array_length(parse_ident('sales.orders'), 1) = 2
  THEN quote_ident(table_schema) = (parse_ident('sales.orders'))[1] AND quote_ident(table_name) = (parse_ident('sales.orders'))[2]
  ELSE quote_ident(table_name) = 'sales.orders' END
ORDER BY column_name;

--> draws a graph
SELECT floor(extract(epoch FROM "at") / 3600) * 3600 AS "time", avg(amount::float8) AS "amount", max(id::float8)
FROM t
WHERE "at" BETWEEN '2024-01-01T00:00:00Z' AND '2024-02-01T00:00:00Z'
GROUP BY 1 ORDER BY 1;

SELECT date_bin('1 hour', "at" AT TIME ZONE 'UTC', timestamp '2001-01-01') AS "time", count(*) AS n, lag(count(*)) OVER (ORDER BY 1) AS before
FROM t WHERE extract(epoch FROM "at") >= 1704067200 GROUP BY 1 ORDER BY 1;

-- columns only: a numeric has its column's scale
SELECT g.time, coalesce(sum(t.amount), 0) AS amount
FROM generate_series('2024-01-02 00:00:00+00'::timestamptz, '2024-01-02 06:00:00+00'::timestamptz, interval '3 hours') AS g(time)
LEFT JOIN t ON t.at >= g.time AND t.at < g.time + interval '3 hours'
GROUP BY 1 ORDER BY 1;

SELECT to_timestamp(extract(epoch FROM at)) AS "time", name AS metric, amount AS value FROM t WHERE at IS NOT NULL ORDER BY 1;
