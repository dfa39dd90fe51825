-- What Tableau asks for over pgjdbc (jdbc.sql) or psqlodbc (odbc.sql) beside their catalog functions: not recorded, it
-- does not run here; written anew from what its logs and its customization settings tell.

--> connects
SELECT 1;

SHOW server_encoding;

SELECT current_schema();

--> looks at a table
SELECT "t"."id" AS "id", "t"."name" AS "name", "t"."amount" AS "amount", "t"."at" AS "at" FROM "public"."t" "t" WHERE 0 = 1;

SELECT * FROM (SELECT * FROM "public"."t") "Custom SQL Query" ORDER BY "id" LIMIT 1;

SELECT count(1) AS "cnt:t" FROM "public"."t" "t" HAVING count(1) > 0;

--> draws a sheet
SELECT cast("t"."name" AS text) AS "name", sum("t"."amount") AS "sum:amount:ok", count(DISTINCT "t"."id") AS "ctd:id:ok"
FROM "public"."t" "t" INNER JOIN "sales"."orders" "orders" ON ("t"."id" = "orders"."t_id")
GROUP BY 1 ORDER BY 1;

SELECT date_trunc('MONTH', cast("orders"."placed" AS timestamp)) AS "tmn:placed:ok",
  cast(trunc(extract(quarter FROM "orders"."placed")) AS integer) AS "qr:placed:ok", sum(1) AS "sum:n:ok"
FROM "sales"."orders" "orders"
WHERE "orders"."placed" >= date '2024-01-01' AND "orders"."placed" <= date '2024-12-31'
GROUP BY 1, 2;

SELECT (CASE WHEN "t"."amount" > 1 THEN 'much' ELSE 'little' END) AS "calculated", min("t"."at") AS "min:at:ok",
  strpos(lower("t"."name"), 'n') AS "found", "t"."at" + 2 * interval '1 DAY' AS "later"
FROM "public"."t" "t" GROUP BY 1, 3, 4, "t"."id" ORDER BY "t"."id";

--> fills a filter
SELECT "t"."feeling" AS "feeling" FROM "public"."t" "t" GROUP BY 1 ORDER BY 1;
