-- What DBeaver reads while it connects and its navigator is opened: not recorded, DBeaver does not run here; written
-- anew from what its source and a server's log tell of the relations, columns and functions that it asks for.

--> connects
-- columns only: the version is pggate's own
SELECT version();

SELECT current_schema(), session_user;

SHOW search_path;

-- columns only: the keywords are the engine's, too
SELECT string_agg(word, ',') FROM pg_catalog.pg_get_keywords() WHERE word <> ALL ('{a,abs,absolute,action,add}'::text[]);

-- rows with: ^pggate_doctor$
SELECT db.oid, db.* FROM pg_catalog.pg_database db WHERE db.datname = 'pggate_doctor';

SELECT t.oid, t.*, c.relkind, format_type(nullif(t.typbasetype, 0), t.typtypmod) AS base_type_name, d.description
FROM pg_catalog.pg_type t
LEFT OUTER JOIN pg_catalog.pg_type et ON et.oid = t.typelem
LEFT OUTER JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
LEFT OUTER JOIN pg_catalog.pg_description d ON t.oid = d.objoid
WHERE t.typname IS NOT NULL AND t.typname IN ('int8', 'text', 'varchar', 'numeric', 'timestamptz', '_text')
  AND (c.relkind IS NULL OR c.relkind = 'c') AND (et.typcategory IS NULL OR et.typcategory <> 'C')
ORDER BY t.oid;

--> opens the list of databases
-- rows with: ^pggate_doctor$
SELECT db.oid, db.*, pg_catalog.pg_encoding_to_char(db.encoding) AS enc_name
FROM pg_catalog.pg_database db
WHERE NOT db.datistemplate AND db.datallowconn
ORDER BY db.datname;

-- columns only: sizes are others
SELECT pg_catalog.pg_database_size(db.oid) FROM pg_catalog.pg_database db WHERE db.datname = 'pggate_doctor';

--> opens a database
-- rows with: ^(public|sales)$
SELECT n.oid, n.nspname, d.description
FROM pg_catalog.pg_namespace n
LEFT OUTER JOIN pg_catalog.pg_description d
  ON d.objoid = n.oid AND d.objsubid = 0 AND d.classoid = 'pg_namespace'::regclass
WHERE n.nspname = 'sales'
ORDER BY n.nspname;

-- columns only: the roles are PostgreSQL's own
SELECT n.oid, n.* FROM pg_catalog.pg_namespace n ORDER BY n.nspname;

-- rows with: ^pggate$
SELECT a.oid, a.* FROM pg_catalog.pg_roles a WHERE a.rolname = 'pggate' ORDER BY a.rolname;

-- columns only: the roles are PostgreSQL's own
SELECT a.oid, a.*, pd.description FROM pg_catalog.pg_roles a
LEFT JOIN pg_catalog.pg_shdescription pd ON a.oid = pd.objoid
ORDER BY a.rolname;

SELECT am.*, r.rolname FROM pg_catalog.pg_auth_members am
JOIN pg_catalog.pg_roles r ON r.oid = am.roleid WHERE am.member = 10;

-- columns only: the tablespaces are PostgreSQL's own
SELECT t.oid, t.*, pg_catalog.pg_tablespace_location(t.oid) AS loc FROM pg_catalog.pg_tablespace t ORDER BY t.oid;

-- columns only: the settings are PostgreSQL's own
SELECT * FROM pg_catalog.pg_settings;

-- columns only: there are no extensions
SELECT e.oid, e.extname, e.extversion, n.nspname AS schema_name, x.comment, x.default_version, x.installed_version
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
LEFT JOIN pg_catalog.pg_available_extensions x ON x.name = e.extname
ORDER BY e.oid;

-- columns only: there are no extensions
SELECT x.name, x.default_version, x.installed_version, x.comment FROM pg_catalog.pg_available_extensions x ORDER BY name;

-- columns only: there are no such access methods
SELECT am.oid, am.* FROM pg_catalog.pg_am am ORDER BY am.oid;

-- columns only: the encodings and collations are the engine's
SELECT c.oid, c.* FROM pg_catalog.pg_collation c ORDER BY c.oid;

-- columns only: the languages are PostgreSQL's own
SELECT l.oid, l.* FROM pg_catalog.pg_language l ORDER BY l.oid;

SELECT fdw.oid, fdw.*, p.proname AS handler_name, pv.proname AS validator_name
FROM pg_catalog.pg_foreign_data_wrapper fdw
LEFT OUTER JOIN pg_catalog.pg_proc p ON p.oid = fdw.fdwhandler
LEFT OUTER JOIN pg_catalog.pg_proc pv ON pv.oid = fdw.fdwvalidator
ORDER BY fdw.fdwname;

SELECT fs.oid, fs.*, fdw.fdwname FROM pg_catalog.pg_foreign_server fs
LEFT OUTER JOIN pg_catalog.pg_foreign_data_wrapper fdw ON fdw.oid = fs.srvfdw
ORDER BY fs.srvname;

SELECT et.oid, et.* FROM pg_catalog.pg_event_trigger et ORDER BY et.evtname;

-- columns only: there are no conversions
SELECT c.oid, c.*, pg_catalog.pg_encoding_to_char(c.contoencoding) AS to_name FROM pg_catalog.pg_conversion c ORDER BY c.conname;

SELECT defaclobjtype, defaclacl, r.rolname FROM pg_catalog.pg_default_acl a
JOIN pg_catalog.pg_roles r ON r.oid = a.defaclrole WHERE a.defaclnamespace = OID_OF_SALES;

--> opens a schema
-- columns only: the storage is PostgreSQL's own
SELECT c.oid, c.*, d.description, pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS partition_expr,
  pg_catalog.pg_get_partkeydef(c.oid) AS partition_key
FROM pg_catalog.pg_class c
LEFT OUTER JOIN pg_catalog.pg_description d
  ON d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass
WHERE c.relnamespace = OID_OF_PUBLIC AND c.relkind NOT IN ('i', 'I', 'c')
ORDER BY c.oid;

SELECT c.relname, c.relkind, c.relhasindex, c.relpersistence, c.relispartition, c.relowner, d.description
FROM pg_catalog.pg_class c
LEFT OUTER JOIN pg_catalog.pg_description d
  ON d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass
WHERE c.relnamespace = OID_OF_PUBLIC AND c.relkind NOT IN ('i', 'I', 'c')
ORDER BY c.relname;

SELECT c.relname, a.attrelid, a.attname, a.atttypid, a.attstattarget, a.attlen, a.attnum, a.attndims, a.attcacheoff,
  a.atttypmod, a.attbyval, a.attalign, a.attstorage, a.attcompression, a.attnotnull, a.atthasdef, a.atthasmissing,
  a.attidentity, a.attgenerated, a.attisdropped, a.attislocal, a.attinhcount, a.attcollation, a.attacl, a.attoptions,
  a.attfdwoptions, a.attmissingval::text, pg_catalog.pg_get_expr(ad.adbin, ad.adrelid, true) AS def_value, dsc.description, dep.objid
FROM pg_catalog.pg_attribute a
INNER JOIN pg_catalog.pg_class c ON a.attrelid = c.oid
LEFT OUTER JOIN pg_catalog.pg_attrdef ad ON a.attrelid = ad.adrelid AND a.attnum = ad.adnum
LEFT OUTER JOIN pg_catalog.pg_description dsc ON c.oid = dsc.objoid AND a.attnum = dsc.objsubid
LEFT OUTER JOIN pg_catalog.pg_depend dep
  ON dep.refobjid = a.attrelid AND dep.deptype = 'i' AND dep.refobjsubid = a.attnum AND dep.classid = dep.refclassid
WHERE NOT a.attisdropped AND c.relkind NOT IN ('i', 'I', 'c') AND c.oid = OID_OF_T AND a.attnum > 0
ORDER BY a.attnum;

SELECT c.conname, c.contype, c.conkey, c.confkey, c.confupdtype, c.confdeltype, c.confmatchtype, c.condeferrable,
  c.condeferred, c.convalidated, c.conislocal, c.connoinherit, c.conrelid, c.confrelid, t.relname AS tabrelname,
  rt.relnamespace AS refnamespace, d.description, pg_catalog.pg_get_expr(c.conbin, c.conrelid) AS expr_value,
  pg_catalog.pg_get_constraintdef(c.oid) AS definition
FROM pg_catalog.pg_constraint c
INNER JOIN pg_catalog.pg_class t ON t.oid = c.conrelid
LEFT OUTER JOIN pg_catalog.pg_class rt ON rt.oid = c.confrelid
LEFT OUTER JOIN pg_catalog.pg_description d
  ON d.objoid = c.oid AND d.objsubid = 0 AND d.classoid = 'pg_constraint'::regclass
WHERE t.relnamespace IN (OID_OF_PUBLIC, OID_OF_SALES)
ORDER BY c.conname;

SELECT i.indisunique, i.indisprimary, i.indkey, i.indnatts, i.indoption, i.indrelid, c.relname, a.amname, d.description,
  pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS pred_expr, pg_catalog.pg_get_expr(i.indexprs, i.indrelid, true) AS expr,
  dep.deptype
FROM pg_catalog.pg_index i
INNER JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
INNER JOIN pg_catalog.pg_class tc ON tc.oid = i.indrelid
LEFT OUTER JOIN pg_catalog.pg_am a ON a.oid = c.relam
LEFT OUTER JOIN pg_catalog.pg_depend dep
  ON dep.objid = i.indexrelid AND dep.deptype = 'i' AND dep.refclassid = 'pg_constraint'::regclass
LEFT OUTER JOIN pg_catalog.pg_description d
  ON d.objoid = i.indexrelid AND d.objsubid = 0 AND d.classoid = 'pg_class'::regclass
WHERE tc.relnamespace = OID_OF_PUBLIC
ORDER BY c.relname;

SELECT i.inhseqno, i.inhparent, pc.relnamespace, i.inhdetachpending FROM pg_catalog.pg_inherits i
JOIN pg_catalog.pg_class pc ON pc.oid = i.inhparent WHERE i.inhrelid = OID_OF_T ORDER BY i.inhseqno;

SELECT x.oid, x.tgname, x.tgtype, x.tgenabled, x.tgargs, x.tgattr, x.tgqual, p.proname, d.description
FROM pg_catalog.pg_trigger x
LEFT OUTER JOIN pg_catalog.pg_proc p ON p.oid = x.tgfoid
LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid = x.oid AND d.objsubid = 0
WHERE x.tgrelid = OID_OF_T AND NOT x.tgisinternal;

SELECT pol.policyname, pol.permissive, pol.roles, pol.cmd, pol.qual, pol.with_check
FROM pg_catalog.pg_policies pol WHERE pol.schemaname = 'public' AND pol.tablename = 't';

-- rows with: ^mood$
SELECT t.oid, t.typname, t.typtype, t.typcategory, t.typlen, t.typbyval, t.typdelim, t.typrelid, t.typelem, t.typarray,
  t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze, t.typalign, t.typstorage,
  t.typnotnull, t.typbasetype, t.typtypmod, t.typndims, t.typdefault
FROM pg_catalog.pg_type t
WHERE t.typnamespace = OID_OF_PUBLIC
ORDER BY t.typname;

SELECT e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid = OID_OF_MOOD ORDER BY e.enumsortorder;

SELECT p.oid, p.proname, p.prokind, p.pronargs, p.proretset, p.provolatile, l.lanname, d.description
FROM pg_catalog.pg_proc p
LEFT OUTER JOIN pg_catalog.pg_language l ON p.prolang = l.oid
LEFT OUTER JOIN pg_catalog.pg_description d ON d.objoid = p.oid AND d.objsubid = 0
WHERE p.pronamespace = OID_OF_PUBLIC AND p.proname NOT LIKE '\_%'
ORDER BY p.proname;

SELECT p.proname, a.* FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
WHERE p.pronamespace = OID_OF_SALES;

SELECT s.schemaname, s.sequencename, s.sequenceowner, s.data_type, s.start_value, s.min_value, s.max_value,
  s.increment_by, s.cycle, s.cache_size, s.last_value
FROM pg_catalog.pg_sequences s WHERE s.schemaname = 'public';

--> looks at a table's rows and size
-- columns only: sizes are others
SELECT pg_catalog.pg_relation_size(c.oid) AS rel_size, pg_catalog.pg_total_relation_size(c.oid) AS total_rel_size,
  pg_catalog.pg_stat_get_numscans(c.oid) AS n_scans
FROM pg_catalog.pg_class c WHERE c.oid = OID_OF_T;

-- columns only: the text of a query is the engine's
SELECT pg_catalog.pg_get_viewdef(OID_OF_V, true) AS definition;

SELECT r.rulename, r.ev_type, r.ev_enabled, r.is_instead FROM pg_catalog.pg_rewrite r
WHERE r.ev_class = OID_OF_T ORDER BY r.rulename;

SELECT * FROM information_schema.table_privileges
WHERE table_catalog = 'pggate_doctor' AND table_schema = 'public' AND table_name = 't'
ORDER BY privilege_type;

-- columns only: the functions' owners are PostgreSQL's own
SELECT * FROM information_schema.routine_privileges WHERE specific_schema = 'sales';

SELECT x.*, pg_catalog.array_upper(x.keys, 1) AS n
FROM (SELECT conname, conkey AS keys FROM pg_catalog.pg_constraint WHERE conrelid = OID_OF_T ORDER BY conname) x;

SELECT * FROM public.t ORDER BY id LIMIT 200;

--> opens the manager of sessions and locks
-- columns only: sessions are others
SELECT sa.* FROM pg_catalog.pg_stat_activity sa;

-- columns only: locks are others
SELECT blocked.pid AS blocked_pid, holders.pid AS holder_pid, blocked.locktype, blocked.mode, blocked.relation, blocked.granted
FROM pg_catalog.pg_locks blocked
JOIN pg_catalog.pg_locks holders ON holders.granted AND holders.relation = blocked.relation AND holders.pid <> blocked.pid
WHERE NOT blocked.granted;

--> searches
SELECT c.oid, c.relname, c.relnamespace, c.relkind
FROM pg_catalog.pg_class c
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND c.relname ILIKE '%ORD%'
  AND c.relnamespace IN (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ANY (current_schemas(false)) OR nspname = 'sales')
ORDER BY c.relname LIMIT 100;

SELECT c.oid, a.attname, a.attnum
FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
WHERE a.attname ILIKE '%ID%' AND a.attnum > 0 AND c.relkind = 'r' AND c.relnamespace IN (OID_OF_PUBLIC, OID_OF_SALES)
ORDER BY c.relname, a.attnum;
