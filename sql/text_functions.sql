-- Pattern matching as PostgreSQL 15, 9.7 has it where DuckDB's differs.

-- What DuckDB's parser makes of `~`: PostgreSQL looks for the expression anywhere in the text.
create macro "~pg"."~catalog".regexp_full_match
  (subject, expression) as regexp_matches(subject, expression);

-- A pattern of SIMILAR TO as a regular expression: % and _ are wild, . ^ $ and the backslash are not.
create macro "~pg"."~mirror".similar(pattern, escape_mark) as
  '^(?:'
  || replace(replace(
    replace(replace(
      regexp_replace(
        replace(replace(pattern, escape_mark || '%', chr(1)), escape_mark || '_', chr(2)),
        '([.^$\\])', '\\\1', 'g'
      ),
      '%', '.*'), '_', '.'),
    chr(1), '%'), chr(2), '_')
  || ')$';
create macro "~pg"."~catalog".similar_to_escape
  (pattern) as "~pg"."~mirror".similar(pattern, '\'),
  (pattern, escape_mark) as "~pg"."~mirror".similar(pattern, escape_mark);

-- `~*` and `!~*`, which DuckDB parses as calls of functions that it does not have.
create macro "~pg"."~catalog"."~*"(subject, expression) as regexp_matches(subject, expression, 'i');
create macro "~pg"."~catalog"."!~*"(subject, expression) as not regexp_matches(subject, expression, 'i');

-- substring with a regular expression: its first group, or all that it matches (9.7.3.1).
create macro "~pg"."~catalog".substring
  (subject, expression varchar) as case when regexp_matches(subject, expression) then regexp_extract(
    subject,
    case when regexp_matches(expression, '(^|[^\\])\(([^?]|\?P?<)') then expression else '(' || expression || ')' end,
    1
  ) end,
  (subject, first_place bigint) as system.main.substring(subject, first_place),
  (subject, first_place, characters) as system.main.substring(subject, first_place, characters);

-- String functions (PostgreSQL 15, 9.4).
create macro "~pg"."~catalog".btrim
  (subject) as system.main.trim(subject),
  (subject, characters) as system.main.trim(subject, characters);
create macro "~pg"."~catalog"."overlay"
  (subject, replacement, first_place) as
    "left"(subject, first_place - 1) || replacement || substr(subject, first_place + len(replacement)),
  (subject, replacement, first_place, characters) as
    "left"(subject, first_place - 1) || replacement || substr(subject, first_place + characters);
create macro "~pg"."~catalog".pg_client_encoding() as 'UTF8';
