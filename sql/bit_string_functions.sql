-- Casts to bit(n) (PostgreSQL 15, 8.10, 9.6), as translate/characters/character_calls.py calls them; engine/bit_columns.py knows
-- them in a plan by bitstring(), which does nothing here but be called so.
-- Of a bit string, or a text of one, the first bits count; of an integer the last, whose sign goes on to the left.
create macro "~pg"."~mirror".bit_text(subject) as case
  when typeof(subject) in ('BOOLEAN', 'TINYINT', 'SMALLINT', 'FLOAT', 'DOUBLE', 'BLOB') then "~pg"."~mirror".raise(
    '42846', 'cannot cast type ' || "~pg"."~catalog".pg_typeof(subject) || ' to bit'
  )
  else subject::bit::varchar
end;
create macro "~pg"."~catalog"."~char_bit"
  (subject) as system.main.bitstring("~pg"."~mirror".bit_text(subject), length(subject::bit)::integer),
  (subject, places) as system.main.bitstring(
    list_transform(["~pg"."~mirror".bit_text(subject)], lambda "~bits": case
      when typeof(subject) in ('TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT') then system.main."right"(
        system.main.lpad("~bits", greatest(places, length("~bits"))::integer, system.main."left"("~bits", 1)), places
      )
      else system.main.rpad(system.main."left"("~bits", places), places, '0')
    end)[1],
    places
  );
-- Casts to bit varying(n), which a plan tells from literals by the function in them; integers have none.
create macro "~pg"."~mirror".bits_text(subject) as case
  when typeof(subject) in ('BOOLEAN', 'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT') then "~pg"."~mirror".raise(
    '42846', 'cannot cast type ' || "~pg"."~catalog".pg_typeof(subject) || ' to bit varying'
  )
  else subject::bit::varchar
end;
create macro "~pg"."~catalog"."~char_varbit"
  (subject) as system.main."left"("~pg"."~mirror".bits_text(subject), 2147483647)::bit,
  (subject, places) as system.main."left"("~pg"."~mirror".bits_text(subject), places)::bit;
-- Arrays whose elements are cast already, as translate/characters/character_arrays.py calls them.
create macro "~pg"."~catalog"."~char_bit[]"(items, places) as items;
create macro "~pg"."~catalog"."~char_varbit[]"(items) as items, (items, places) as items;

-- A shift by fewer than no places is one to the other side.
create macro "~pg"."~catalog"."~bits_left"(bits, places) as
  case when places < 0 then bits >> (-places) else bits << places end;
create macro "~pg"."~catalog"."~bits_right"(bits, places) as
  case when places < 0 then bits << (-places) else bits >> places end;
