-- String functions as PostgreSQL 15, 9.4 has them where DuckDB's differ or are missing.  Those of patterns stand in
-- pattern_functions.sql, what no macro can say in pggate/functions/table.py.
--
-- A macro of two overloads, one of them for VARCHAR, is that one where DuckDB does not know the argument's type yet,
-- as it does not of an aggregate's: the common case must be it.

-- Numbers of characters and bytes are integers.
create macro "~pg"."~catalog".length
  (subject varchar) as system.main.length(subject)::integer,
  (subject) as system.main.length(subject)::integer,
  (subject, encoding) as system.main.length(subject, encoding)::integer;
create macro "~pg"."~catalog".char_length(subject) as system.main.length(subject)::integer;
create macro "~pg"."~catalog".character_length(subject) as system.main.length(subject)::integer;
create macro "~pg"."~catalog".octet_length
  (subject varchar) as strlen(subject)::integer,
  (subject) as system.main.octet_length(subject)::integer;
create macro "~pg"."~catalog".bit_length
  (subject varchar) as (strlen(subject) * 8)::integer,
  (subject) as system.main.bit_length(subject)::integer;
create macro "~pg"."~catalog".strpos(subject, part) as system.main.instr(subject, part)::integer;
-- What translate/dialect/calls.py makes of position(part in subject).
create macro "~pg"."~catalog"."position"(part, subject) as system.main.instr(subject, part)::integer;

-- Padding to a length, which cuts what is longer.
create macro "~pg"."~mirror".at_least(number, least) as case when number < least then least else number end;
create macro "~pg"."~catalog".lpad
  (subject, places) as system.main.lpad(subject, "~pg"."~mirror".at_least(places, 0)::integer, ' '),
  (subject, places, fill) as case
    when fill = '' then system.main."left"(subject, "~pg"."~mirror".at_least(places, 0))
    else system.main.lpad(subject, "~pg"."~mirror".at_least(places, 0)::integer, fill)
  end;
create macro "~pg"."~catalog".rpad
  (subject, places) as system.main.rpad(subject, "~pg"."~mirror".at_least(places, 0)::integer, ' '),
  (subject, places, fill) as case
    when fill = '' then system.main."left"(subject, "~pg"."~mirror".at_least(places, 0))
    else system.main.rpad(subject, "~pg"."~mirror".at_least(places, 0)::integer, fill)
  end;

create macro "~pg"."~catalog".btrim
  (subject) as system.main.trim(subject),
  (subject, characters) as system.main.trim(subject, characters);

-- There is no capital letter of ß, as the C library has it.
create macro "~pg"."~mirror".uppercase(subject) as case
  when contains(subject, 'ß')
  then system.main.replace(system.main.upper(system.main.replace(subject, 'ß', system.main.chr(57344))), system.main.chr(57344), 'ß')
  else system.main.upper(subject)
end;
create macro "~pg"."~catalog".upper(subject) as "~pg"."~mirror".uppercase(subject);
-- Characters, not what they look like: an accent that stands by itself is one.
create macro "~pg"."~catalog".reverse(subject) as case
  when strlen(subject) = system.main.length(subject) then system.main.reverse(subject)
  else system.main.array_to_string(list_reverse(regexp_extract_all(subject, '(?s:.)')), '')
end;

-- A word is what stands between characters that are neither letters nor digits.
create macro "~pg"."~catalog".initcap(subject) as system.main.array_to_string(
  list_transform(
    regexp_extract_all(system.main.lower(subject), '[\pL\pN]+|[^\pL\pN]+'),
    lambda "~word": "~pg"."~mirror".uppercase(system.main."left"("~word", 1)) || system.main.substring("~word", 2)
  ), '');

create macro "~pg"."~catalog".split_part(subject, delimiter, field) as case
  when field = 0 then "~pg"."~mirror".raise('22023', 'field position must not be zero')
  when delimiter = '' then case when field in (1, -1) then subject else '' end
  else system.main.split_part(subject, delimiter, field)
end;
create macro "~pg"."~catalog".replace(subject, part, replacement) as
  case when part = '' then subject else system.main.replace(subject, part, replacement) end;

-- The first character is 1: what lies before it counts, and is not there.
create macro "~pg"."~mirror".characters_from(subject, first_place, characters) as case
  when characters < 0 then "~pg"."~mirror".raise('22011', 'negative substring length not allowed')
  when first_place >= 1 then system.main.substring(subject, first_place, characters)
  when characters is not null
  then system.main.substring(subject, 1, "~pg"."~mirror".at_least(characters + first_place - 1, 0))
end;
create macro "~pg"."~catalog".substr
  (subject, first_place) as system.main.substring(subject, "~pg"."~mirror".at_least(first_place, 1)),
  (subject, first_place, characters) as "~pg"."~mirror".characters_from(subject, first_place, characters);
create macro "~pg"."~mirror".overlaid(subject, replacement, first_place, characters) as case
  when first_place <= 0 then "~pg"."~mirror".raise('22011', 'negative substring length not allowed')
  else system.main.substring(subject, 1, first_place - 1) || replacement
    || system.main.substring(subject, greatest(first_place + characters, 1))
end;
create macro "~pg"."~catalog"."overlay"
  (subject, replacement, first_place) as
    "~pg"."~mirror".overlaid(subject, replacement, first_place, system.main.length(replacement)),
  (subject, replacement, first_place, characters) as
    "~pg"."~mirror".overlaid(subject, replacement, first_place, characters);

create macro "~pg"."~catalog".chr(code) as case
  when code = 0 then "~pg"."~mirror".raise('54000', 'null character not permitted')
  when code < 0 then "~pg"."~mirror".raise('22023', 'character number must be positive')
  when code > 1114111
  then "~pg"."~mirror".raise('54000', 'requested character too large for encoding: ' || code)
  when code between 55296 and 57343
  then "~pg"."~mirror".raise('54000', 'requested character not valid for encoding: ' || code)
  else system.main.chr(code::integer)
end;
create macro "~pg"."~catalog".to_hex(number) as case
  when number < 0 then system.main."right"(
    system.main.lower(system.main.to_hex(number)),
    case when typeof(number) in ('SMALLINT', 'INTEGER') then 8 else 16 end
  )
  else system.main.lower(system.main.to_hex(number))
end;
create macro "~pg"."~catalog".encode
  (subject) as system.main.encode(subject),
  (data, form) as "~encode"(data, form);
-- No text has a NUL character.
create macro "~pg"."~mirror".without_nul(subject) as case
  when contains(subject, system.main.chr(0))
  then "~pg"."~mirror".raise('22021', 'invalid byte sequence for encoding "UTF8": 0x00')
  else subject
end;
create macro "~pg"."~catalog".url_decode(subject) as "~pg"."~mirror".without_nul(system.main.url_decode(subject));
create macro "~pg"."~catalog".decode
  (data) as "~pg"."~mirror".without_nul(system.main.decode(data)),
  (digits, form) as "~decode"(digits, form);
create macro "~pg"."~catalog".sha256(data) as unhex(system.main.sha256(data));

-- Every character alone where the delimiter is NULL, the whole where it is empty.
create macro "~pg"."~mirror".parts(subject, delimiter) as case
  when subject = '' then []::varchar[]
  when delimiter is null then regexp_extract_all(subject, '(?s:.)')
  when delimiter = '' then [subject]
  else string_split(subject, delimiter)
end;
create macro "~pg"."~mirror".parts_but(subject, delimiter, null_string) as list_transform(
  "~pg"."~mirror".parts(subject, delimiter), lambda "~x": nullif("~x", null_string)
);
create macro "~pg"."~catalog".string_to_array
  (subject, delimiter) as "~pg"."~mirror".parts(subject, delimiter),
  (subject, delimiter, null_string) as "~pg"."~mirror".parts_but(subject, delimiter, null_string);
create macro "~pg"."~catalog".string_to_table
  (subject, delimiter) as unnest("~pg"."~mirror".parts(subject, delimiter)),
  (subject, delimiter, null_string) as unnest("~pg"."~mirror".parts_but(subject, delimiter, null_string));

-- The same in FROM.
create macro "~pg"."~catalog".string_to_table
  (subject, delimiter) as table
    (select unnest("~pg"."~mirror".parts(subject, delimiter)) as string_to_table),
  (subject, delimiter, null_string) as table
    (select unnest("~pg"."~mirror".parts_but(subject, delimiter, null_string)) as string_to_table);

create macro "~pg"."~catalog".repeat(subject, times) as system.main.repeat(subject::varchar, times);

-- What a text says as a boolean (8.6): a word or as much of its beginning as no other word has.
create macro "~pg"."~mirror".boolean_of_word(word, subject) as case
  when word in ('t', 'tr', 'tru', 'true', 'y', 'ye', 'yes', 'on', '1') then true
  when word in ('f', 'fa', 'fal', 'fals', 'false', 'n', 'no', 'of', 'off', '0') then false
  when word is not null then "~pg"."~mirror".raise(
    '22P02', 'invalid input syntax for type boolean: "' || subject || '"'
  )
end;
create macro "~pg"."~mirror".boolean_of_text(subject) as "~pg"."~mirror".boolean_of_word(
  system.main.lower(system.main.trim(subject, e' \t\n\r\x0b\f')), subject
);
create macro "~pg"."~mirror".boolean_of_document(document) as case json_type(document)
  when 'BOOLEAN' then (document = 'true')
  when 'VARCHAR' then "~pg"."~mirror".raise('22023', 'cannot cast jsonb string to type boolean')
  when 'OBJECT' then "~pg"."~mirror".raise('22023', 'cannot cast jsonb object to type boolean')
  when 'ARRAY' then "~pg"."~mirror".raise('22023', 'cannot cast jsonb array to type boolean')
  when 'NULL' then "~pg"."~mirror".raise('22023', 'cannot cast jsonb null to type boolean')
  else case
    when document is not null then "~pg"."~mirror".raise('22023', 'cannot cast jsonb numeric to type boolean')
  end
end;
create macro "~pg"."~catalog"."text"(subject) as subject::varchar;
-- The one collation that there is.
create macro "~pg"."~catalog".pg_collation_for(subject) as case
  when typeof(subject) = 'VARCHAR' then '"default"'
  when typeof(subject) <> '"NULL"' then "~pg"."~mirror".raise(
    '42804', 'collations are not supported by type ' || "~pg"."~catalog".pg_typeof(subject)
  )
end;
create macro "~pg"."~catalog".pg_client_encoding() as 'UTF8'::varchar;

-- A text as bytea reads it; most have no backslash.
create macro "~pg"."~catalog"."~bytea"(subject) as
  case when contains(subject, '\') then "~bytea_in"(subject) else system.main.encode(subject) end;

-- A pattern of LIKE with the backslash for its escape character (9.7.1).
create macro "~pg"."~catalog".like_escape(pattern, mark) as case mark
  when '' then replace(pattern, '\', '\\')
  when '\' then pattern
  else system.main.regexp_replace(replace(pattern, '\', '\\'), '\Q' || mark || '\E(.)', '\\\1', 'gs')
end;

-- NULL::text, whose type is seen in a plan (translate/characters/catalog_texts.py).
create macro "~pg"."~catalog"."~null_text"() as case when random() < 0 then system.main.chr(65) end;
