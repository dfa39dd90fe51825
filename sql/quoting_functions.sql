-- quote_ident, quote_literal, quote_nullable (PostgreSQL 15, 9.4).  Called by Grafana, asyncpg, pg_dump.

-- The parts of a qualified name, for what takes names as texts: without parse_ident's errors, and in the engine.
create macro "~pg"."~mirror".name_parts(qualified) as list_transform(
  regexp_extract_all(trim(qualified), '"(?:[^"]|"")*"|[^."\s]+'),
  lambda "~part": case when "~part"[1] = '"' then replace("~part"[2:-2], '""', '"') else lower("~part") end
);

-- PostgreSQL's words that are not free to name a column (PostgreSQL 15, appendix C), each between blanks: a list of
-- them would be bound a word at a time.
create macro "~pg"."~catalog".quote_ident(ident) as case
  when system.main.regexp_full_match(ident, '[a-z_][a-z0-9_]*') and not contains(
    ' all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean 
    both case cast char character check coalesce collate collation column concurrently constraint create 
    cross current_catalog current_date current_role current_schema current_time current_timestamp 
    current_user dec decimal default deferrable desc distinct do else end except exists extract false fetch 
    float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout 
    int integer intersect interval into is isnull join lateral leading least left like limit localtime 
    localtimestamp national natural nchar none normalize not notnull null nullif numeric offset on only or 
    order out outer overlaps overlay placing position precision primary real references returning right row 
    select session_user setof similar smallint some substring symmetric table tablesample then time 
    timestamp to trailing treat trim true union unique user using values varchar variadic verbose when 
    where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi 
    xmlroot xmlserialize xmltable ',
    system.main.concat(' ', ident, ' ')
  ) then ident::varchar
  else '"' || replace(ident, '"', '""') || '"'
end;

-- What a client is shown of a date or timestamp; the engine has the era in parentheses.
create macro "~pg"."~mirror".quotable(x) as case
  when typeof(x) in ('DATE', 'TIMESTAMP', 'TIMESTAMP WITH TIME ZONE')
  then system.main.regexp_replace(x::varchar, '^(.*) \(BC\)(.*)$', '\1\2 BC')
  else x::varchar
end;
create macro "~pg"."~catalog".quote_literal(x) as (
  case when contains(x::varchar, '\') then 'E' else '' end
  || '''' || replace(replace("~pg"."~mirror".quotable(x), '\', '\\'), '''', '''''') || ''''
)::varchar;
create macro "~pg"."~catalog".quote_nullable(x) as coalesce("~pg"."~catalog".quote_literal(x), 'NULL');
