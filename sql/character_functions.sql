-- Casts to character types (PostgreSQL 15, 8.3), as translate/character_types.py calls them.
create macro "~pg"."~catalog"."~char_varchar"
  (subject) as subject,
  (subject, places) as system.main."left"(subject, places);
-- A char(n) without its blanks, and as it is shown.
create macro "~pg"."~catalog"."~char_bpchar"
  (subject) as system.main.rtrim(subject, ' '),
  (subject, places) as system.main.rtrim(system.main."left"(subject, places), ' ');
create macro "~pg"."~catalog"."~char_padded"
  (subject) as subject,
  (subject, places) as system.main.rpad(subject, places, ' ');
-- Names have 63 bytes at most, "char" has one.
create macro "~pg"."~catalog"."~char_name"(subject) as
  case when strlen(subject) > 63 then "~cut"(subject, 63) else subject end;
create macro "~pg"."~catalog"."~char_char"(subject) as system.main."left"(subject, 1);
