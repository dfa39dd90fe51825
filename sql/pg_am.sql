-- pg_am (PostgreSQL 15, 53.3): how a topic is stored is called heap, and a key's index btree, as every client
-- expects.
-- Read by psql, JDBC, ODBC, SQLAlchemy, DBeaver.
create view "~pg"."~catalog".pg_am as
select
  a.oid::uinteger as oid, -- oid
  a.amname, -- name
  a.amhandler, -- regproc
  a.amtype -- "char"
from (
  values (2, 'heap', 'heap_tableam_handler', 't'), (403, 'btree', 'bthandler', 'i')
) as a (oid, amname, amhandler, amtype);
