-- What Power BI's PostgreSQL connector reads once Npgsql has connected (npgsql.sql): not recorded, it does not run here;
-- written anew from what its trace files show.

--> connects
SELECT character_set_name FROM INFORMATION_SCHEMA.character_sets;

--> opens the navigator
SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE
FROM INFORMATION_SCHEMA.tables
WHERE TABLE_SCHEMA NOT IN ('information_schema', 'pg_catalog', 'pggate')
ORDER BY TABLE_SCHEMA, TABLE_NAME;

--> looks at a table
SELECT COLUMN_NAME, ORDINAL_POSITION, IS_NULLABLE,
  CASE WHEN (data_type LIKE '%unsigned%') THEN DATA_TYPE || ' unsigned' ELSE DATA_TYPE END AS DATA_TYPE
FROM INFORMATION_SCHEMA.columns
WHERE TABLE_SCHEMA = 'public' AND TABLE_NAME = 't'
ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION;

SELECT i.CONSTRAINT_SCHEMA || '_' || i.CONSTRAINT_NAME AS INDEX_NAME, ii.COLUMN_NAME, ii.ORDINAL_POSITION,
  CASE WHEN i.CONSTRAINT_TYPE = 'PRIMARY KEY' THEN 'Y' ELSE 'N' END AS PRIMARY_KEY
FROM INFORMATION_SCHEMA.table_constraints i
INNER JOIN INFORMATION_SCHEMA.key_column_usage ii
  ON i.CONSTRAINT_SCHEMA = ii.CONSTRAINT_SCHEMA AND i.CONSTRAINT_NAME = ii.CONSTRAINT_NAME
  AND i.TABLE_SCHEMA = ii.TABLE_SCHEMA AND i.TABLE_NAME = ii.TABLE_NAME
WHERE i.TABLE_SCHEMA = 'public' AND i.TABLE_NAME = 't' AND i.CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE')
ORDER BY i.CONSTRAINT_SCHEMA || '_' || i.CONSTRAINT_NAME, ii.TABLE_SCHEMA, ii.TABLE_NAME, ii.ORDINAL_POSITION;

SELECT pkcol.COLUMN_NAME AS PK_COLUMN_NAME, fkcol.TABLE_SCHEMA AS FK_TABLE_SCHEMA, fkcol.TABLE_NAME AS FK_TABLE_NAME,
  fkcol.COLUMN_NAME AS FK_COLUMN_NAME, fkcol.ORDINAL_POSITION AS ORDINAL,
  fkcon.CONSTRAINT_SCHEMA || '_' || fkcol.TABLE_NAME || '_' || 't' || '_' || fkcon.CONSTRAINT_NAME AS FK_NAME
FROM (SELECT DISTINCT constraint_catalog, constraint_schema, unique_constraint_schema, constraint_name, unique_constraint_name
      FROM INFORMATION_SCHEMA.referential_constraints) fkcon
INNER JOIN INFORMATION_SCHEMA.key_column_usage fkcol
  ON fkcon.CONSTRAINT_SCHEMA = fkcol.CONSTRAINT_SCHEMA AND fkcon.CONSTRAINT_NAME = fkcol.CONSTRAINT_NAME
INNER JOIN INFORMATION_SCHEMA.key_column_usage pkcol
  ON fkcon.UNIQUE_CONSTRAINT_SCHEMA = pkcol.CONSTRAINT_SCHEMA AND fkcon.UNIQUE_CONSTRAINT_NAME = pkcol.CONSTRAINT_NAME
WHERE pkcol.TABLE_SCHEMA = 'public' AND pkcol.TABLE_NAME = 't' AND pkcol.ORDINAL_POSITION = fkcol.ORDINAL_POSITION
ORDER BY FK_NAME, fkcol.ORDINAL_POSITION;

SELECT "$Table"."id" AS "id", "$Table"."name" AS "name", "$Table"."amount" AS "amount", "$Table"."at" AS "at"
FROM "public"."t" "$Table" ORDER BY "id" LIMIT 200;

--> asks with DirectQuery
SELECT "rows"."name" AS "name", sum("rows"."amount") AS "a0"
FROM (SELECT "_"."name", "_"."amount" FROM "public"."t" "_" WHERE "_"."id" >= 1 AND "_"."id" IS NOT NULL) "rows"
GROUP BY "name"
ORDER BY "name"
LIMIT 1000001;

SELECT date_trunc('day', "_"."at" AT TIME ZONE 'UTC') AS "c1", extract(year FROM "_"."at" AT TIME ZONE 'UTC') AS "c2", count(1) AS "a0"
FROM "public"."t" AS "_" WHERE "_"."name" LIKE '%n%' AND NOT "_"."at" IS NULL
GROUP BY "c1", "c2";
