-- Data type formatting functions (PostgreSQL 15, 9.8).  Called by Superset, Grafana, Metabase.
-- What a template says is told by functions/datetime_templates.py, and for numbers by functions/number_texts.py.

-- duckdb 1.5.5: COALESCE may read a text that a function of columns has made when it is no longer there; || has its own.
create macro "~pg"."~catalog".to_char(number_or_moment, template) as ("~to_char"(number_or_moment, template) || '')::varchar;

create macro "~pg"."~catalog".to_date(text, template) as "~to_date"(text, template) + 0;
create macro "~pg"."~catalog".to_timestamp
  (seconds) as case
    when isinf(seconds) then case when seconds > 0 then timestamptz 'infinity' else timestamptz '-infinity' end
    else system.main.to_timestamp(seconds)
  end,
  (text, template) as "~to_timestamp"(text, template)::timestamptz;
