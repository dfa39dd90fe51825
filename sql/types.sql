-- PostgreSQL's type names that DuckDB does not know, for casts: oids as numbers, the rest as text.
-- Columns of type oid are uinteger in all these files: of the same range, and told from bigint when a query of
-- pg_catalog is described.  A cast to oid, which DuckDB takes for bigint, is for comparing alone.
-- A cast to regclass, regtype, regproc, regnamespace, regrole is a call of the function of that name
-- (name_functions.sql) before it comes here, except on null.
create type "~pg"."~catalog"."name" as varchar;
create type "~pg"."~catalog".xid as bigint;
create type "~pg"."~catalog".cid as bigint;
create type "~pg"."~catalog".xid8 as bigint;
create type "~pg"."~catalog".tid as varchar;
create type "~pg"."~catalog".regclass as bigint;
create type "~pg"."~catalog".regtype as bigint;
create type "~pg"."~catalog".regnamespace as bigint;
create type "~pg"."~catalog".regrole as bigint;
create type "~pg"."~catalog".regproc as bigint;
create type "~pg"."~catalog".regprocedure as bigint;
create type "~pg"."~catalog".regoper as bigint;
create type "~pg"."~catalog".regoperator as bigint;
create type "~pg"."~catalog".regcollation as bigint;
create type "~pg"."~catalog".int2vector as smallint[];
create type "~pg"."~catalog".oidvector as bigint[];
create type "~pg"."~catalog".aclitem as varchar;
create type "~pg"."~catalog".pg_node_tree as varchar;
create type "~pg"."~catalog".cstring as varchar;
create type "~pg"."~catalog".refcursor as varchar;
create type "~pg"."~catalog".jsonb as json;
create type "~pg"."~catalog".jsonpath as varchar;
-- What functions give that have nothing to say: '' alone.  The other label is the mark of pggate/types/enums.py.
create type "~pg"."~catalog".void as enum ('', '~enum:2278:0:void');
-- The nearest types there are: the texts are not checked, and money has no sign of a currency.
create type "~pg"."~catalog".inet as varchar;
create type "~pg"."~catalog".cidr as varchar;
create type "~pg"."~catalog".macaddr as varchar;
create type "~pg"."~catalog".macaddr8 as varchar;
create type "~pg"."~catalog".xml as varchar;
create type "~pg"."~catalog".pg_lsn as varchar;
create type "~pg"."~catalog".money as decimal(19, 2);
create type "~pg"."~catalog".varbit as bit;
