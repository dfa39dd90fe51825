-- pg_attribute (PostgreSQL 15, 53.7): the columns, numbered from 1 without holes.
-- Read by every client.  System columns (attnum < 0) do not exist here.
create view "~pg"."~catalog".pg_attribute as
select
  c.relation as attrelid, -- oid
  c.name as attname, -- name
  c.type as atttypid, -- oid
  -1::integer as attstattarget, -- integer
  t.typlen as attlen, -- smallint
  c.attnum, -- smallint
  (case when t.typcategory = 'A' then 1 else 0 end)::integer as attndims, -- integer
  -1::integer as attcacheoff, -- integer
  c.typmod as atttypmod, -- integer
  t.typbyval as attbyval, -- boolean
  t.typalign as attalign, -- "char"
  t.typstorage as attstorage, -- "char"
  '' as attcompression, -- "char"
  c.not_null as attnotnull, -- boolean
  c."default" is not null as atthasdef, -- boolean
  false as atthasmissing, -- boolean
  c.identity as attidentity, -- "char"
  '' as attgenerated, -- "char"
  false as attisdropped, -- boolean
  true as attislocal, -- boolean
  0::integer as attinhcount, -- integer
  t.typcollation as attcollation, -- oid
  null::varchar[] as attacl, -- aclitem[]
  null::varchar[] as attoptions, -- text[]
  null::varchar[] as attfdwoptions, -- text[]
  null::varchar as attmissingval -- anyarray
from "~pg"."~mirror".session_columns c
left join "~pg"."~mirror".session_types t on t.oid = c.type;
