-- What Metabase reads while it syncs a database, over pgjdbc (jdbc.sql): not recorded, it does not run here; written
-- anew from what its source tells.

--> connects
SELECT 1;

SHOW timezone;

--> syncs the tables
SELECT n.nspname AS schema, c.relname AS name,
  CASE c.relkind WHEN 'r' THEN 'TABLE' WHEN 'p' THEN 'PARTITIONED TABLE' WHEN 'v' THEN 'VIEW' WHEN 'f' THEN 'FOREIGN TABLE'
    WHEN 'm' THEN 'MATERIALIZED VIEW' END AS type,
  d.description, stat.n_live_tup AS estimated_row_count
FROM pg_catalog.pg_class AS c
INNER JOIN pg_catalog.pg_namespace AS n ON c.relnamespace = n.oid
LEFT JOIN pg_catalog.pg_description AS d ON c.oid = d.objoid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass
LEFT JOIN pg_stat_user_tables AS stat ON n.nspname = stat.schemaname AND c.relname = stat.relname
WHERE c.relnamespace = n.oid AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'pggate')
  AND c.relkind IN ('r', 'p', 'v', 'f', 'm')
ORDER BY type, schema, name;

SELECT NULL AS role, t.schemaname AS schema, t.objectname AS "table",
  pg_catalog.has_any_column_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'update') AS "update",
  pg_catalog.has_any_column_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'select') AS "select",
  pg_catalog.has_any_column_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'insert') AS "insert",
  pg_catalog.has_table_privilege(current_user, '"' || replace(t.schemaname, '"', '""') || '"."' || replace(t.objectname, '"', '""') || '"', 'delete') AS "delete"
FROM (
  SELECT schemaname, tablename AS objectname FROM pg_catalog.pg_tables
  UNION SELECT schemaname, viewname AS objectname FROM pg_views
  UNION SELECT schemaname, matviewname AS objectname FROM pg_matviews
) t
WHERE t.schemaname !~ '^pg_' AND t.schemaname NOT IN ('information_schema', 'pggate')
  AND pg_catalog.has_schema_privilege(current_user, t.schemaname, 'usage')
ORDER BY schema, "table";

--> syncs the columns
SELECT c.column_name AS name, c.ordinal_position - 1 AS "database-position", c.table_schema AS "table-schema", c.table_name AS "table-name",
  CASE WHEN c.udt_schema IN ('public', 'pg_catalog') THEN format('%s', c.udt_name) ELSE format('"%s"."%s"', c.udt_schema, c.udt_name) END AS "database-type",
  pk.column_name IS NOT NULL AS "pk?", col_description(('"' || c.table_schema || '"."' || c.table_name || '"')::regclass, c.ordinal_position) AS "field-comment",
  (c.column_default IS NULL OR lower(c.column_default) = 'null') AND c.is_nullable = 'NO' AND NOT (c.column_default LIKE '%nextval(%' OR c.is_identity <> 'NO') AS "database-required",
  c.column_default LIKE '%nextval(%' OR c.is_identity <> 'NO' AS "database-is-auto-increment"
FROM information_schema.columns AS c
LEFT JOIN (
  SELECT tc.table_schema, tc.table_name, kc.column_name
  FROM information_schema.table_constraints AS tc
  INNER JOIN information_schema.key_column_usage AS kc
    ON tc.constraint_name = kc.constraint_name AND tc.table_schema = kc.table_schema AND tc.table_name = kc.table_name
  WHERE tc.constraint_type = 'PRIMARY KEY'
) AS pk ON c.table_schema = pk.table_schema AND c.table_name = pk.table_name AND c.column_name = pk.column_name
WHERE c.table_schema !~ '^information_schema|catalog_history|pg_' AND c.table_schema IN ('public', 'sales')
UNION ALL
SELECT pa.attname AS name, pa.attnum - 1, pn.nspname, pc.relname, pt.typname, false, NULL, false, false
FROM pg_catalog.pg_class AS pc
INNER JOIN pg_catalog.pg_namespace AS pn ON pn.oid = pc.relnamespace
INNER JOIN pg_catalog.pg_attribute AS pa ON pa.attrelid = pc.oid
INNER JOIN pg_catalog.pg_type AS pt ON pt.oid = pa.atttypid
WHERE pc.relkind = 'm' AND pa.attnum >= 1
ORDER BY "table-schema", "table-name", "database-position";

SELECT fk_ns.nspname AS "fk-table-schema", fk_table.relname AS "fk-table-name", fk_column.attname AS "fk-column-name",
  pk_ns.nspname AS "pk-table-schema", pk_table.relname AS "pk-table-name", pk_column.attname AS "pk-column-name"
FROM pg_constraint AS c
INNER JOIN pg_class AS fk_table ON c.conrelid = fk_table.oid
INNER JOIN pg_namespace AS fk_ns ON c.connamespace = fk_ns.oid
INNER JOIN pg_attribute AS fk_column ON c.conrelid = fk_column.attrelid
INNER JOIN pg_class AS pk_table ON c.confrelid = pk_table.oid
INNER JOIN pg_namespace AS pk_ns ON pk_table.relnamespace = pk_ns.oid
INNER JOIN pg_attribute AS pk_column ON c.confrelid = pk_column.attrelid
WHERE fk_ns.nspname !~ '^information_schema|catalog_history|pg_' AND c.contype = 'f'::char
  AND fk_column.attnum = ANY (c.conkey) AND pk_column.attnum = ANY (c.confkey)
ORDER BY "fk-table-schema", "fk-table-name";

SELECT tmp.ordinal_position, tmp.table_schem, tmp.table_name, tmp.index_name,
  trim(BOTH '"' FROM pg_catalog.pg_get_indexdef(tmp.ci_oid, tmp.ordinal_position, false)) AS column_name
FROM (
  SELECT n.nspname AS table_schem, ct.relname AS table_name, ci.relname AS index_name, ci.oid AS ci_oid,
    (information_schema._pg_expandarray(i.indkey)).n AS ordinal_position
  FROM pg_catalog.pg_class AS ct
  JOIN pg_catalog.pg_namespace AS n ON ct.relnamespace = n.oid
  JOIN pg_catalog.pg_index AS i ON ct.oid = i.indrelid
  JOIN pg_catalog.pg_class AS ci ON ci.oid = i.indexrelid
  WHERE pg_catalog.pg_get_expr(i.indpred, i.indrelid) IS NULL AND n.nspname !~ '^information_schema|catalog_history|pg_'
) AS tmp
WHERE tmp.ordinal_position = 1
ORDER BY table_schem, index_name;

SELECT nspname, typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.oid IN (SELECT DISTINCT enumtypid FROM pg_enum e);

--> fingerprints a table
SELECT substring("public"."t"."name" FROM 1 FOR 1234) AS "substring", "public"."t"."id" AS "id" FROM "public"."t" ORDER BY 2 LIMIT 10000;

--> asks a question
SELECT date_trunc('month', timezone('Europe/Berlin', "public"."t"."at")) AS "at", sum("public"."t"."amount") AS "sum", count(*) AS "count"
FROM "public"."t" GROUP BY date_trunc('month', timezone('Europe/Berlin', "public"."t"."at")) ORDER BY 1 ASC;

SELECT floor("public"."t"."amount" / 0.5) * 0.5 AS "amount", percentile_cont(0.9) WITHIN GROUP (ORDER BY "public"."t"."amount") AS "p90"
FROM "public"."t" WHERE split_part("public"."t"."name", 'n', 1) = 'o' GROUP BY 1 ORDER BY 1;
