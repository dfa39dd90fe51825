-- pg_am (PostgreSQL 15, 53.3): how a topic is stored is called heap, as every client expects of a table.
-- Read by psql, JDBC, ODBC, SQLAlchemy, DBeaver.
create view "~pg"."~catalog".pg_am as
select
  2::uinteger as oid, -- oid
  'heap' as amname, -- name
  'heap_tableam_handler' as amhandler, -- regproc
  't' as amtype -- "char"
;
