-- pg_range (PostgreSQL 15, 53.43): PostgreSQL's own range types.  Read by Npgsql and asyncpg.
create view "~pg"."~catalog".pg_range as
select
  rngtypid::uinteger as rngtypid, -- oid
  rngsubtype::uinteger as rngsubtype, -- oid
  rngmultitypid::uinteger as rngmultitypid, -- oid
  0::uinteger as rngcollation, -- oid
  rngsubopc::uinteger as rngsubopc, -- oid
  rngcanonical, -- regproc
  rngsubdiff -- regproc
from (
  values
    (3904, 23, 4451, 1978, 'int4range_canonical', 'int4range_subdiff'),
    (3906, 1700, 4532, 3125, '-', 'numrange_subdiff'),
    (3908, 1114, 4533, 3128, '-', 'tsrange_subdiff'),
    (3910, 1184, 4534, 3127, '-', 'tstzrange_subdiff'),
    (3912, 1082, 4535, 3122, 'daterange_canonical', 'daterange_subdiff'),
    (3926, 20, 4536, 3124, 'int8range_canonical', 'int8range_subdiff')
) as r (rngtypid, rngsubtype, rngmultitypid, rngsubopc, rngcanonical, rngsubdiff);
