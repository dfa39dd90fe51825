-- pg_attribute (PostgreSQL 15, 53.7): the columns, numbered from 1 without holes.
-- Read by every client.  The system columns, numbered from -1 downwards, are there as in PostgreSQL.
create view "~pg"."~catalog".pg_attribute as
select
  c.relation as attrelid, -- oid
  c.name as attname, -- name
  c.type as atttypid, -- oid
  (case when c.attnum < 0 then 0 else -1 end)::integer as attstattarget, -- integer
  c.typlen as attlen, -- smallint
  c.attnum, -- smallint
  c.ndims as attndims, -- integer
  -1::integer as attcacheoff, -- integer
  c.typmod as atttypmod, -- integer
  c.typbyval as attbyval, -- boolean
  c.typalign as attalign, -- "char"
  c.typstorage as attstorage, -- "char"
  '' as attcompression, -- "char"
  c.not_null as attnotnull, -- boolean
  c."default" is not null as atthasdef, -- boolean
  false as atthasmissing, -- boolean
  c.identity as attidentity, -- "char"
  '' as attgenerated, -- "char"
  false as attisdropped, -- boolean
  true as attislocal, -- boolean
  0::integer as attinhcount, -- integer
  c.typcollation as attcollation, -- oid
  null::varchar[] as attacl, -- aclitem[]
  null::varchar[] as attoptions, -- text[]
  null::varchar[] as attfdwoptions, -- text[]
  null::varchar as attmissingval -- anyarray
from "~pg"."~mirror".session_columns c;
