-- Casts to character types (PostgreSQL 15, 8.3), as translate/characters/character_calls.py calls them.  By the type of the
-- length they are known again in a plan (engine/character_columns.py).
create macro "~pg"."~catalog"."~char_varchar"
  (subject) as subject,
  (subject, places) as system.main."left"(subject, places::uinteger);
-- A char(n) without its blanks, and as it is shown.
create macro "~pg"."~catalog"."~char_bpchar"
  (subject) as system.main.rtrim(subject, ' '),
  (subject, places) as system.main.rtrim(system.main."left"(subject, places::uinteger), ' ');
create macro "~pg"."~catalog"."~char_padded"
  (subject) as subject,
  (subject, places) as system.main.rpad(subject, places::uinteger::integer, ' ');
-- Names have 63 bytes at most, "char" has one.
create macro "~pg"."~catalog"."~char_name"
  (subject) as case when strlen(subject) > 63 then "~cut"(subject, 63) else subject end,
  (subject, of_type) as case
    when of_type = 'BOOLEAN' then system.main."left"(subject, 1)
    when strlen(subject) > 63 then "~cut"(subject, 63)
    else subject
  end;
create macro "~pg"."~catalog"."~char_char"(subject) as case
  when typeof(subject) in ('TINYINT', 'SMALLINT', 'INTEGER') then system.main.chr(try_cast(subject::varchar as integer))
  else system.main."left"(subject::varchar, 1)
end;
-- An oid is an unsigned integer of four bytes; what is negative is counted from the end of them.
create macro "~pg"."~mirror".oid_of_number(number) as case
  when number not between -2147483648 and 4294967295 then "~pg"."~mirror".raise('22003', 'OID out of range')
  else (number & 4294967295)::uinteger
end;
create macro "~pg"."~mirror".oid_of_text(subject) as case
  when system.main.regexp_full_match(subject, '[0-9]{1,9}') then subject::uinteger
  when subject is not null then "~number_as_read"('oid', subject)::uinteger
end;
create macro "~pg"."~catalog"."~char_oid"
  (subject) as "~pg"."~mirror".oid_of_number(subject::bigint),
  (subject, of_type) as case
    when of_type = 'VARCHAR' then "~pg"."~mirror".oid_of_text(subject)
    else "~pg"."~mirror".oid_of_number(subject::bigint)
  end;
-- What numbers a transaction, as system_columns.py has it.
create macro "~pg"."~catalog"."~char_xid"(subject) as subject;
-- Arrays whose elements are cast already, as translate/characters/character_arrays.py calls them.
create macro "~pg"."~catalog"."~char_varchar[]"(items) as items, (items, places) as items;
create macro "~pg"."~catalog"."~char_bpchar[]"(items) as items, (items, places) as items;
create macro "~pg"."~catalog"."~char_name[]"(items) as items;
create macro "~pg"."~catalog"."~char_char[]"(items) as items;
create macro "~pg"."~catalog"."~char_oid[]"(items) as items;
