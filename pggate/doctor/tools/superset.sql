-- What Apache Superset's engine spec asks for beside SQLAlchemy's inspection (sqlalchemy.sql), and charts as they come
-- out: not recorded; written anew from what its source tells.

--> tests the connection
SELECT 1;

-- columns only: the version is pggate's own
SELECT pg_catalog.version();

--> lists databases
-- rows with: ^pggate_doctor$
SELECT datname FROM pg_database WHERE datistemplate = false;

--> lists schemas
-- rows with: ^(public|sales)$
SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' ORDER BY nspname;

--> runs and stops a query
SELECT pg_backend_pid() > 0;

SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = '-1';

--> previews a table
SELECT id AS id, name AS name, amount AS amount, at AS at, tags AS tags, feeling AS feeling FROM public.t ORDER BY id LIMIT 100;

--> draws a chart
SELECT DATE_TRUNC('day', at) AS at, name AS name, sum(amount) AS "SUM(amount)", COUNT(DISTINCT id) AS "COUNT_DISTINCT(id)"
FROM public.t
WHERE at >= TO_TIMESTAMP('2024-01-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US')
  AND at < TO_TIMESTAMP('2024-02-01 00:00:00.000000', 'YYYY-MM-DD HH24:MI:SS.US')
GROUP BY DATE_TRUNC('day', at), name ORDER BY "SUM(amount)" DESC LIMIT 1000;

SELECT placed AS placed, count(*) AS count FROM sales.orders
WHERE placed >= TO_DATE('2024-01-01', 'YYYY-MM-DD') GROUP BY placed ORDER BY count DESC LIMIT 10;

-- columns only: a numeric has its column's scale
SELECT name AS name, percentile_cont(0.5) WITHIN GROUP (ORDER BY amount) AS median, stddev_samp(amount) AS deviation, avg(amount) AS mean
FROM public.t WHERE name ILIKE '%O%' AND id IN (1, 2, 3) GROUP BY name ORDER BY name;

SELECT min(at) AS min, max(at) AS max FROM public.t LIMIT 1;
