-- pg_settings (PostgreSQL 15, 54.24), current_setting (9.27.1): the session's settings with their values.
-- Read by psql (\dconfig, completion), JDBC, DBeaver, DuckDB.  What the session does not have is not listed.
create view "~pg"."~catalog".pg_settings as
select
  s.key as name, -- text
  s.value as setting, -- text
  null::varchar as unit, -- text
  'Ungrouped' as category, -- text
  '' as short_desc, -- text
  null::varchar as extra_desc, -- text
  'user' as context, -- text
  case when s.value in ('on', 'off') then 'bool' else 'string' end as vartype, -- text
  'session' as source, -- text
  null::varchar as min_val, -- text
  null::varchar as max_val, -- text
  null::varchar[] as enumvals, -- text[]
  s.value as boot_val, -- text
  s.value as reset_val, -- text
  null::varchar as sourcefile, -- text
  null::integer as sourceline, -- integer
  false as pending_restart -- boolean
from (select unnest(map_entries("~pg"."~mirror".these_settings()), recursive := true)) s;

create macro "~pg"."~catalog".pg_show_all_settings() as table from "~pg"."~catalog".pg_settings;

-- duckdb 1.5.5: among the arguments of a table function a lambda does not see a macro's.
create macro "~pg"."~mirror".setting(wanted) as map_values("~pg"."~mirror".these_settings())[
  list_position(list_transform(map_keys("~pg"."~mirror".these_settings()), lambda "~k": lower("~k")), lower(wanted))
]::varchar;

create macro "~pg"."~catalog".current_setting
  (setting_name) as coalesce(
    "~pg"."~mirror".setting(setting_name),
    case when setting_name is not null and "~pg"."~mirror".these_settings() is not null
      then error('unrecognized configuration parameter "' || setting_name || '"')::varchar
    end
  ),
  (setting_name, missing_ok) as coalesce(
    "~pg"."~mirror".setting(setting_name),
    case when setting_name is not null and not missing_ok and "~pg"."~mirror".these_settings() is not null
      then error('unrecognized configuration parameter "' || setting_name || '"')::varchar
    end
  );
