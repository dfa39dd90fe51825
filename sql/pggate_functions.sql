-- Functions of the gateway's own, beside PostgreSQL's in pg_proc.
insert into "~pg"."~mirror".postgres_functions
select
  f.oid, -- oid
  f.name, -- proname
  13001, -- pronamespace
  10, -- proowner
  12, -- prolang
  1, -- procost
  0, -- prorows
  0, -- provariadic
  0, -- prosupport
  'f', -- prokind
  false, -- prosecdef
  false, -- proleakproof
  true, -- proisstrict
  false, -- proretset
  'v', -- provolatile
  'u', -- proparallel
  len(f.taken)::smallint, -- pronargs
  0, -- pronargdefaults
  f.made, -- prorettype
  f.taken, -- proargtypes
  null, -- proallargtypes
  null, -- proargmodes
  case when len(f.called) > 0 then f.called end, -- proargnames
  f.name, -- prosrc
  f.arguments,
  f.arguments, -- identity_arguments
  'pggate.' || f.name, -- shown
  'pggate.' || f.name || '(' || f.types || ')', -- signature
  f.result
from (
  values
    (16001, 'create_token', [25]::uinteger[], ['topic'], 25, 'topic text', 'text', 'text'),
    (16002, 'revoke_token', [20]::uinteger[], ['token_id'], 16, 'token_id bigint', 'bigint', 'boolean'),
    (16003, 'damage', []::uinteger[], []::varchar[], 1009, '', '', 'text[]'),
    (16004, 'verify', []::uinteger[], []::varchar[], 25, '', '', 'text'),
    (16005, 'verify', [25]::uinteger[], ['topic'], 25, 'topic text', 'text', 'text'),
    (
      16006, 'limit_token', [20, 25, 20]::uinteger[], ['token_id', 'what', 'per_second'], 16,
      'token_id bigint, what text, per_second bigint', 'bigint,text,bigint', 'boolean'
    )
) f (oid, name, taken, called, made, arguments, types, result);
