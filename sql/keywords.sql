-- pg_get_keywords (PostgreSQL 15, 9.26, table 9.69), from the engine's own parser.  Called by JDBC and DBeaver.
create macro "~pg"."~catalog".pg_get_keywords() as table
select
  keyword_name as word,
  case keyword_category
    when 'unreserved' then 'U'
    when 'column_name' then 'C'
    when 'type_function' then 'T'
    else 'R'
  end as catcode,
  keyword_category <> 'reserved' as barelabel,
  case keyword_category
    when 'unreserved' then 'unreserved'
    when 'column_name' then 'unreserved (cannot be function or type name)'
    when 'type_function' then 'reserved (can be function or type name)'
    else 'reserved'
  end as catdesc,
  case when keyword_category <> 'reserved' then 'can be bare label' else 'requires AS' end as baredesc
from duckdb_keywords();
