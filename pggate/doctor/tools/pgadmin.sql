-- What pgAdmin 4 reads while it connects and its browser tree is opened: not recorded; written anew from what its source
-- tells.

--> connects
-- columns only: the version is pggate's own
SELECT version();

SELECT set_config('bytea_output', 'hex', false) FROM pg_show_all_settings() WHERE name = 'bytea_output';

-- rows with: ^pggate_doctor$
SELECT db.oid AS did, db.datname, db.datallowconn, pg_encoding_to_char(db.encoding) AS serverencoding,
  has_database_privilege(db.oid, 'CREATE') AS cancreate, datistemplate
FROM pg_catalog.pg_database db WHERE db.datname = current_database();

SELECT roles.rolname AS name, roles.rolsuper AS is_superuser,
  CASE WHEN roles.rolsuper THEN true ELSE roles.rolcreaterole END AS can_create_role,
  CASE WHEN roles.rolsuper THEN true ELSE roles.rolcreatedb END AS can_create_db
FROM pg_catalog.pg_roles AS roles WHERE rolname = current_user;

SELECT gss_authenticated, encrypted FROM pg_catalog.pg_stat_gssapi WHERE pid = -1;

--> opens the databases
-- rows with: ^pggate_doctor$
SELECT db.oid AS did, db.oid, db.datname AS name, db.datallowconn, db.datistemplate,
  pg_catalog.has_database_privilege(db.oid, 'CREATE') AS cancreate, datdba AS owner, descr.description
FROM pg_catalog.pg_database db
LEFT OUTER JOIN pg_catalog.pg_tablespace ta ON db.dattablespace = ta.oid
LEFT OUTER JOIN pg_catalog.pg_shdescription descr ON db.oid = descr.objoid AND descr.classoid = 'pg_database'::regclass
WHERE db.oid > 16383::oid OR db.datname IN ('postgres', 'edb')
ORDER BY datname;

--> opens the schemas
-- rows with: ^(public|sales)$
SELECT nsp.oid, nsp.nspname AS name, pg_catalog.has_schema_privilege(nsp.oid, 'CREATE') AS can_create,
  pg_catalog.has_schema_privilege(nsp.oid, 'USAGE') AS has_usage
FROM pg_catalog.pg_namespace nsp
WHERE nspname NOT LIKE E'pg\\_%' AND NOT (
  (nsp.nspname = 'pg_catalog' AND EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE relname = 'pg_class' AND relnamespace = nsp.oid LIMIT 1))
  OR (nsp.nspname = 'information_schema' AND EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE relname = 'tables' AND relnamespace = nsp.oid LIMIT 1)))
ORDER BY nspname;

--> opens the tables
SELECT rel.oid, rel.relname AS name,
  (SELECT count(*) FROM pg_catalog.pg_trigger WHERE tgrelid = rel.oid AND tgisinternal = false) AS triggercount,
  (SELECT count(*) FROM pg_catalog.pg_inherits i WHERE i.inhparent = rel.oid LIMIT 1) AS is_inherits,
  (SELECT count(*) FROM pg_catalog.pg_inherits i WHERE i.inhrelid = rel.oid LIMIT 1) AS is_inherited,
  des.description
FROM pg_catalog.pg_class rel
LEFT OUTER JOIN pg_catalog.pg_description des ON des.objoid = rel.oid AND des.objsubid = 0 AND des.classoid = 'pg_class'::regclass
WHERE rel.relkind IN ('r', 's', 't', 'p') AND rel.relnamespace = OID_OF_PUBLIC AND NOT rel.relispartition
ORDER BY rel.relname;

--> opens the columns
SELECT att.attname AS name, att.attnum, att.attnum AS oid, pg_catalog.format_type(ty.oid, NULL) AS datatype,
  att.attnotnull AS not_null, att.atthasdef AS has_default_val, des.description, att.attidentity, seq.seqrelid
FROM pg_catalog.pg_attribute att
JOIN pg_catalog.pg_type ty ON ty.oid = atttypid
JOIN pg_catalog.pg_namespace tn ON tn.oid = ty.typnamespace
LEFT OUTER JOIN pg_catalog.pg_description des ON des.objoid = att.attrelid AND des.objsubid = att.attnum AND des.classoid = 'pg_class'::regclass
LEFT OUTER JOIN (pg_catalog.pg_depend dep JOIN pg_catalog.pg_class cs ON dep.classid = 'pg_class'::regclass AND dep.objid = cs.oid AND cs.relkind = 'S')
  ON dep.refobjid = att.attrelid AND dep.refobjsubid = att.attnum
LEFT OUTER JOIN pg_catalog.pg_sequence seq ON cs.oid = seq.seqrelid
WHERE att.attrelid = OID_OF_T::oid AND att.attnum > 0 AND att.attisdropped IS FALSE
ORDER BY att.attnum;

--> opens the constraints
SELECT cls.oid, cls.relname AS name, CASE contype WHEN 'p' THEN desp.description WHEN 'u' THEN desp.description ELSE des.description END AS comment,
  indkey, conname, contype, condeferrable, condeferred, indnkeyatts
FROM pg_catalog.pg_index idx
JOIN pg_catalog.pg_class cls ON cls.oid = indexrelid
LEFT OUTER JOIN pg_catalog.pg_constraint con ON con.conindid = cls.oid AND con.contype IN ('p', 'u')
LEFT OUTER JOIN pg_catalog.pg_description des ON des.objoid = cls.oid AND des.classoid = 'pg_class'::regclass
LEFT OUTER JOIN pg_catalog.pg_description desp ON desp.objoid = con.oid AND desp.objsubid = 0 AND desp.classoid = 'pg_constraint'::regclass
WHERE indrelid = OID_OF_T::oid
ORDER BY cls.relname;

SELECT ct.conname AS name, NOT convalidated AS convalidated, confrelid, nl.nspname AS fknsp, cl.relname AS fktab, nr.nspname AS refnsp,
  cr.relname AS reftab, confupdtype, confdeltype, conkey, confkey
FROM pg_catalog.pg_constraint ct
JOIN pg_catalog.pg_class cl ON cl.oid = conrelid
JOIN pg_catalog.pg_namespace nl ON nl.oid = cl.relnamespace
JOIN pg_catalog.pg_class cr ON cr.oid = confrelid
JOIN pg_catalog.pg_namespace nr ON nr.oid = cr.relnamespace
WHERE ct.contype = 'f' AND ct.conrelid = OID_OF_ORDERS::oid
ORDER BY ct.conname;

--> opens the views
-- columns only: the text of a query is the engine's
SELECT c.oid, c.xmin, c.relname AS name, c.reltablespace AS spcoid, pg_catalog.pg_get_userbyid(c.relowner) AS owner,
  description AS comment, pg_catalog.pg_get_viewdef(c.oid, true) AS definition
FROM pg_catalog.pg_class c
LEFT OUTER JOIN pg_catalog.pg_description des ON des.objoid = c.oid AND des.objsubid = 0 AND des.classoid = 'pg_class'::regclass
WHERE c.relkind IN ('v', 'm') AND c.relnamespace = OID_OF_PUBLIC::oid;

--> opens the types
SELECT t.oid, t.typname AS name, des.description
FROM pg_catalog.pg_type t
LEFT OUTER JOIN pg_catalog.pg_type e ON e.oid = t.typelem
LEFT OUTER JOIN pg_catalog.pg_class ct ON ct.oid = t.typrelid AND ct.relkind <> 'c'
LEFT OUTER JOIN pg_catalog.pg_description des ON des.objoid = t.oid AND des.classoid = 'pg_type'::regclass
WHERE t.typtype != 'd' AND t.typname NOT LIKE E'\\_%' AND t.typnamespace = OID_OF_PUBLIC::oid AND ct.oid IS NULL
ORDER BY t.typname;

--> shows the dashboard
-- columns only: sessions are others
SELECT pid, datname, usename, application_name, client_addr, pg_catalog.to_char(backend_start, 'YYYY-MM-DD HH24:MI:SS TZ') AS backend_start,
  state, wait_event_type || ': ' || wait_event AS wait_event, pg_catalog.array_to_string(pg_catalog.pg_blocking_pids(pid), ', ') AS blocking_pids,
  query, pg_catalog.to_char(state_change, 'YYYY-MM-DD HH24:MI:SS TZ') AS state_change, backend_type
FROM pg_catalog.pg_stat_activity WHERE datname = current_database() ORDER BY pid;

-- columns only: sessions are others
SELECT 'session_stats' AS chart_name, pg_catalog.row_to_json(t) AS chart_data
FROM (SELECT
  (SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = current_database()) AS "Total",
  (SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE state = 'active' AND datname = current_database()) AS "Active",
  (SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE state = 'idle' AND datname = current_database()) AS "Idle") t
UNION ALL
SELECT 'tps_stats' AS chart_name, pg_catalog.row_to_json(t) AS chart_data
FROM (SELECT
  (SELECT sum(xact_commit) + sum(xact_rollback) FROM pg_catalog.pg_stat_database WHERE datname = current_database()) AS "Transactions",
  (SELECT sum(xact_commit) FROM pg_catalog.pg_stat_database WHERE datname = current_database()) AS "Commits") t;

-- columns only: locks are others
SELECT pid, locktype, datname, relation::regclass, page, tuple, virtualxid, transactionid, classid::regclass, objid, virtualtransaction, mode, granted, fastpath
FROM pg_catalog.pg_locks l LEFT OUTER JOIN pg_catalog.pg_database d ON l.database = d.oid ORDER BY pid, locktype;

-- columns only: the settings are PostgreSQL's own
SELECT name, category, setting, unit, short_desc FROM pg_catalog.pg_settings ORDER BY category;
