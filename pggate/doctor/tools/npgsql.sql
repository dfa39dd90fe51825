-- What Npgsql reads of the types when it connects to a server that it does not know, and for GetSchema: not recorded,
-- Npgsql does not run here; written anew from what its documentation and source tell.

--> connects
-- columns only: the version is pggate's own
SELECT version();

-- rows with: ^(bool|bytea|char|int8|int4|text|oid|float8|varchar|bpchar|date|time|timestamp|timestamptz|interval|numeric|uuid|json|jsonb|_bool|_int8|_text|_varchar|_timestamptz|mood|_mood)$
SELECT ns.nspname, t.oid, t.typname, t.typtype, t.typnotnull, t.elemtypoid
FROM (
  SELECT a.oid, a.typnamespace, a.typname, a.typrelid, a.typnotnull, a.relkind, a.elemtypoid,
    CASE WHEN p.proname = 'array_recv' THEN 'a' ELSE a.typtype END AS typtype,
    CASE
      WHEN p.proname = 'array_recv' THEN a.elemtypoid
      WHEN a.typtype = 'r' THEN r.rngsubtype
      WHEN a.typtype = 'm' THEN (SELECT rngtypid FROM pg_range WHERE rngmultitypid = a.oid)
      WHEN a.typtype = 'd' THEN a.typbasetype
    END AS subtype
  FROM (
    SELECT typ.oid, typ.typnamespace, typ.typname, typ.typtype, typ.typrelid, typ.typnotnull, typ.typbasetype,
      typ.typreceive, typ.typelem AS elemtypoid, c.relkind
    FROM pg_type AS typ
    LEFT JOIN pg_class AS c ON c.oid = typ.typrelid
  ) AS a
  LEFT JOIN pg_proc AS p ON p.oid = a.typreceive
  LEFT JOIN pg_range AS r ON r.rngtypid = a.oid
) AS t
JOIN pg_namespace AS ns ON ns.oid = t.typnamespace
WHERE t.typtype IN ('b', 'r', 'm', 'e', 'd') OR (t.typtype = 'a' AND t.elemtypoid > 0)
  OR (t.typtype = 'c' AND t.relkind = 'c') OR (t.typtype = 'p' AND t.typname IN ('record', 'void', 'unknown'))
ORDER BY CASE t.typtype WHEN 'b' THEN 0 WHEN 'e' THEN 1 WHEN 'r' THEN 2 WHEN 'd' THEN 3 WHEN 'a' THEN 4 ELSE 5 END, t.oid;

SELECT typ.oid, att.attname, att.atttypid
FROM pg_type AS typ
JOIN pg_namespace AS ns ON ns.oid = typ.typnamespace
JOIN pg_class AS cls ON cls.oid = typ.typrelid
JOIN pg_attribute AS att ON att.attrelid = typ.typrelid
WHERE typ.typtype = 'c' AND cls.relkind = 'c' AND att.attnum > 0 AND NOT att.attisdropped AND ns.nspname = 'public'
ORDER BY typ.oid, att.attnum;

SELECT pg_type.oid, enumlabel
FROM pg_enum
JOIN pg_type ON pg_type.oid = enumtypid
ORDER BY oid, enumsortorder;

--> GetSchema("DATABASES")
-- rows with: ^pggate_doctor$
SELECT d.datname, u.usename, pg_catalog.pg_encoding_to_char(d.encoding)
FROM pg_catalog.pg_database d LEFT JOIN pg_catalog.pg_user u ON d.datdba = u.usesysid
WHERE d.datname = 'pggate_doctor';

--> GetSchema("SCHEMATA")
-- rows with: ^sales$
SELECT current_database() AS database_name, n.nspname AS schema_name, r.rolname AS schema_owner
FROM pg_catalog.pg_namespace n LEFT JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner;

--> GetSchema("TABLES")
SELECT table_catalog, table_schema, table_name, table_type
FROM information_schema.tables
WHERE table_type IN ('BASE TABLE', 'FOREIGN', 'FOREIGN TABLE') AND table_schema IN ('public', 'sales')
ORDER BY table_schema, table_name;

--> GetSchema("COLUMNS")
SELECT table_catalog, table_schema, table_name, column_name, ordinal_position, column_default, is_nullable, udt_name,
  data_type, character_maximum_length, character_octet_length, numeric_precision, numeric_precision_radix,
  numeric_scale, datetime_precision, character_set_catalog, character_set_schema, character_set_name, collation_catalog
FROM information_schema.columns
WHERE table_schema IN ('public', 'sales')
ORDER BY table_name, ordinal_position;

--> GetSchema("VIEWS")
SELECT table_catalog, table_schema, table_name, check_option, is_updatable
FROM information_schema.views WHERE table_schema = 'sales';

--> GetSchema("MATERIALIZEDVIEWS")
SELECT current_database() AS table_catalog, schemaname, matviewname, matviewowner, hasindexes, ispopulated
FROM pg_catalog.pg_matviews;

--> GetSchema("INDEXES")
SELECT current_database() AS table_catalog, n.nspname AS table_schema, t.relname AS table_name, i.relname AS index_name
FROM pg_catalog.pg_class i
JOIN pg_catalog.pg_index ix ON ix.indexrelid = i.oid
JOIN pg_catalog.pg_class t ON ix.indrelid = t.oid
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = i.relnamespace
WHERE i.relkind = 'i' AND n.nspname NOT IN ('pg_catalog', 'pg_toast') AND t.relkind = 'r'
ORDER BY i.relname;

--> GetSchema("CONSTRAINTS")
SELECT current_database() AS constraint_catalog, pgn.nspname AS constraint_schema, pgc.conname AS constraint_name,
  pgtn.nspname AS table_schema, pgt.relname AS table_name, pgc.contype AS constraint_type, pgc.condeferrable, pgc.condeferred
FROM pg_catalog.pg_constraint pgc
JOIN pg_catalog.pg_namespace pgn ON pgc.connamespace = pgn.oid
JOIN pg_catalog.pg_class pgt ON pgc.conrelid = pgt.oid
JOIN pg_catalog.pg_namespace pgtn ON pgt.relnamespace = pgtn.oid
WHERE pgtn.nspname IN ('public', 'sales') AND pgc.contype = ANY ('{p,u,f,c}'::"char"[])
ORDER BY pgc.conname;

--> GetColumnSchema
SELECT nspname, relname, attname, attrelid, attnum, atttypid, atttypmod, typname, attidentity, attgenerated,
  pg_get_expr(adbin, adrelid) AS default_value,
  CASE WHEN typ.typtype = 'd' THEN typ.typtypmod ELSE atttypmod END AS modifier,
  pg_column_is_updatable(attrelid::regclass, attnum, true) AS is_updatable,
  EXISTS (SELECT * FROM pg_index WHERE indrelid = cls.oid AND indisprimary AND attnum = ANY (indkey)) AS isprimarykey,
  EXISTS (SELECT * FROM pg_index WHERE indrelid = cls.oid AND indisunique AND indnkeyatts = 1 AND attnum = indkey[0]) AS isunique
FROM pg_attribute AS attr
JOIN pg_type AS typ ON attr.atttypid = typ.oid
JOIN pg_class AS cls ON cls.oid = attr.attrelid
JOIN pg_namespace AS ns ON ns.oid = cls.relnamespace
LEFT OUTER JOIN pg_attrdef ON attrelid = adrelid AND attnum = adnum
WHERE NOT attisdropped AND relkind IN ('r', 'v', 'm') AND attnum > 0 AND cls.oid = OID_OF_T
ORDER BY attnum;
