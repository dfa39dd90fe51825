-- Pattern matching as PostgreSQL 15, 9.7 has it.  What RE2 finds alike, DuckDB's own functions find; all else is
-- computed by pggate/functions/regexp_matching.py.  Expressions are constants nearly always, and then all that is
-- decided here about them is decided before the first row.

-- Is it an expression that RE2 reads as PostgreSQL does?  And finds the same in?
create macro "~pg"."~mirror".is_alike(expression) as
  starts_with(expression, '(?s:') or not system.main.regexp_matches(expression, '[\\{]|\(\?|\[[:.=]|^\*\*\*');
create macro "~pg"."~mirror".finds_alike(expression) as
  not system.main.regexp_matches(expression, '[\\{|?(]|\[[:.=]|^\*\*\*');
-- The expression in RE2's words, NULL where it has none: to see whether it matches, and what.
create macro "~pg"."~mirror".re2(expression, flags) as
  case when "~pg"."~mirror".is_alike(expression) then expression else "~re2"(expression, flags) end;
create macro "~pg"."~mirror".re2_span(expression) as
  case when "~pg"."~mirror".finds_alike(expression) then expression else "~re2_span"(expression) end;
create macro "~pg"."~mirror".re2_found(expression) as
  case when "~pg"."~mirror".finds_alike(expression) then '(' || expression || ')' else "~re2_found"(expression) end;

-- What DuckDB's parser makes of `~`, and `~*` and `!~*`, which it takes for calls of functions that it does not have.
create macro "~pg"."~catalog".regexp_full_match(subject, expression) as case
  when "~pg"."~mirror".re2(expression, '') is not null
  then system.main.regexp_matches(subject, coalesce("~pg"."~mirror".re2(expression, ''), ''), 's')
  else "~regexp_like"(subject, expression)
end;
create macro "~pg"."~catalog"."~*"(subject, expression) as case
  when "~pg"."~mirror".re2(expression, 'i') is not null
  then system.main.regexp_matches(subject, coalesce("~pg"."~mirror".re2(expression, 'i'), ''), 'si')
  else "~regexp_like"(subject, expression, 'i')
end;
create macro "~pg"."~catalog"."!~*"(subject, expression) as not "~pg"."~catalog"."~*"(subject, expression);

-- substring with a regular expression: its first group, or all that it matches (9.7.3.1); with numbers, of characters.
create macro "~pg"."~catalog".substring
  (subject, expression varchar) as case
    when "~pg"."~mirror".re2_found(expression) is null then "~substring"(subject, expression)
    when system.main.regexp_matches(subject, coalesce("~pg"."~mirror".re2_found(expression), ''), 's')
    then system.main.regexp_extract(subject, coalesce("~pg"."~mirror".re2_found(expression), '()'), 1, 's')
  end,
  (subject, first_place) as system.main.substring(subject, "~pg"."~mirror".at_least(first_place, 1)),
  (subject, expression varchar, escape_mark) as "~similar_substring"(subject, expression, escape_mark),
  (subject, first_place, characters) as "~pg"."~mirror".characters_from(subject, first_place, characters);

-- A replacement without a backslash is one for RE2 as well.
create macro "~pg"."~mirror".rewrite(replacement, expression) as
  case when contains(replacement, '\') then "~re2_rewrite"(replacement, expression) else replacement end;
create macro "~pg"."~mirror".expression(expression) as coalesce("~pg"."~mirror".re2_span(expression), '');
create macro "~pg"."~catalog".regexp_replace
  (source, expression, replacement) as case
    when "~pg"."~mirror".re2_span(expression) is not null then system.main.regexp_replace(
      source, "~pg"."~mirror".expression(expression), "~pg"."~mirror".rewrite(replacement, expression), 's'
    )
    else "~regexp_replace"(source, expression, replacement)
  end,
  (source, expression, replacement, flags varchar) as case
    when flags in ('g', 'gi', 'ig') and "~re2_never_empty"(expression, flags) is not null
    then system.main.regexp_replace(
      source,
      coalesce("~re2_never_empty"(expression, flags), ''),
      "~pg"."~mirror".rewrite(replacement, expression),
      'gs'
    )
    else "~regexp_replace_by_flags"(source, expression, replacement, flags)
  end,
  (source, expression, replacement, start) as "~regexp_replace"(source, expression, replacement, start),
  (source, expression, replacement, start, n) as "~regexp_replace"(source, expression, replacement, start, n),
  (source, expression, replacement, start, n, flags) as
    "~regexp_replace"(source, expression, replacement, start, n, flags);

create macro "~pg"."~catalog".regexp_like
  (subject, expression) as "~pg"."~catalog".regexp_full_match(subject, expression),
  (subject, expression, flags) as case
    when "~re2"(expression, flags) is not null
    then system.main.regexp_matches(subject, coalesce("~re2"(expression, flags), ''), 's')
    else "~regexp_like"(subject, expression, flags)
  end;

-- What the groups of the first match matched.
create macro "~pg"."~mirror".captured_by(subject, written, groups) as case groups
  when 1 then [system.main.regexp_extract(subject, written, 1, 's')]
  when 2
  then [system.main.regexp_extract(subject, written, 1, 's'), system.main.regexp_extract(subject, written, 2, 's')]
  when 3 then [
    system.main.regexp_extract(subject, written, 1, 's'),
    system.main.regexp_extract(subject, written, 2, 's'),
    system.main.regexp_extract(subject, written, 3, 's')
  ]
  else [
    system.main.regexp_extract(subject, written, 1, 's'),
    system.main.regexp_extract(subject, written, 2, 's'),
    system.main.regexp_extract(subject, written, 3, 's'),
    system.main.regexp_extract(subject, written, 4, 's')
  ]
end;
create macro "~pg"."~catalog".regexp_match
  (subject, expression) as case
    when "~re2_groups"(expression) is null then "~regexp_match"(subject, expression)
    when system.main.regexp_matches(subject, coalesce("~re2_captured"(expression), ''), 's')
    then "~pg"."~mirror".captured_by(
      subject, coalesce("~re2_captured"(expression), '()()()()'), "~re2_groups"(expression)
    )
  end,
  (subject, expression, flags) as case
    when contains(flags, 'g') or "~re2_groups"(expression, flags) is null
    then "~regexp_match"(subject, expression, flags)
    when system.main.regexp_matches(subject, coalesce("~re2_captured"(expression, flags), ''), 's')
    then "~pg"."~mirror".captured_by(
      subject, coalesce("~re2_captured"(expression, flags), '()()()()'), "~re2_groups"(expression, flags)
    )
  end;

-- All matches, where none is of nothing.
create macro "~pg"."~mirror".pieces(expression) as coalesce("~re2_pieces"(expression), '');
create macro "~pg"."~catalog".regexp_count
  (subject, expression) as case
    when "~re2_pieces"(expression) is null then "~regexp_count"(subject, expression)
    else len(regexp_extract_all(subject, "~pg"."~mirror".pieces(expression)))::integer
  end,
  (subject, expression, start) as "~regexp_count"(subject, expression, start),
  (subject, expression, start, flags) as "~regexp_count"(subject, expression, start, flags);
-- What the first match is stands nowhere before it.
create macro "~pg"."~catalog".regexp_instr
  (subject, expression) as case
    when "~re2_pieces"(expression) is null then "~regexp_instr"(subject, expression)
    when system.main.regexp_matches(subject, "~pg"."~mirror".pieces(expression)) then system.main.instr(
      subject, system.main.regexp_extract(subject, "~pg"."~mirror".pieces(expression))
    )
    when subject is not null then 0
  end::integer,
  (subject, expression, start) as "~regexp_instr"(subject, expression, start),
  (subject, expression, start, n) as "~regexp_instr"(subject, expression, start, n),
  (subject, expression, start, n, endoption) as "~regexp_instr"(subject, expression, start, n, endoption),
  (subject, expression, start, n, endoption, flags) as
    "~regexp_instr"(subject, expression, start, n, endoption, flags),
  (subject, expression, start, n, endoption, flags, subexpr) as
    "~regexp_instr"(subject, expression, start, n, endoption, flags, subexpr);
create macro "~pg"."~catalog".regexp_substr
  (subject, expression) as case
    when "~pg"."~mirror".re2_span(expression) is null then "~regexp_substr"(subject, expression)
    when system.main.regexp_matches(subject, "~pg"."~mirror".expression(expression), 's')
    then system.main.regexp_extract(subject, "~pg"."~mirror".expression(expression), 0, 's')
  end,
  (subject, expression, start) as "~regexp_substr"(subject, expression, start),
  (subject, expression, start, n) as "~regexp_substr"(subject, expression, start, n),
  (subject, expression, start, n, flags) as "~regexp_substr"(subject, expression, start, n, flags),
  (subject, expression, start, n, flags, subexpr) as
    "~regexp_substr"(subject, expression, start, n, flags, subexpr);

-- A text without signs splits without an expression.
create macro "~pg"."~mirror".split(subject, expression) as case
  when system.main.regexp_matches(expression, '^[^\\.\[\]{}()*+?^$|]+$')
  then system.main.string_split(subject, expression)
  when "~re2_pieces"(expression) is not null
  then system.main.regexp_split_to_array(subject, "~pg"."~mirror".pieces(expression))
  else "~regexp_split"(subject, expression)
end;
create macro "~pg"."~catalog".regexp_split_to_array
  (subject, expression) as "~pg"."~mirror".split(subject, expression),
  (subject, expression, flags) as "~regexp_split"(subject, expression, flags);
create macro "~pg"."~catalog".regexp_split_to_table
  (subject, expression) as unnest("~pg"."~mirror".split(subject, expression)),
  (subject, expression, flags) as unnest("~regexp_split"(subject, expression, flags));
create macro "~pg"."~catalog".regexp_split_to_table
  (subject, expression) as table
    (select unnest("~pg"."~mirror".split(subject, expression)) as regexp_split_to_table),
  (subject, expression, flags) as table
    (select unnest("~regexp_split"(subject, expression, flags)) as regexp_split_to_table);

-- The first match, or with the flag g all of them.
create macro "~pg"."~mirror".matches_of(subject, expression, flags) as case
  when flags = '' and "~re2_groups"(expression) is not null then case
    when system.main.regexp_matches(subject, coalesce("~re2_captured"(expression), ''), 's')
    then ["~pg"."~mirror".captured_by(
      subject, coalesce("~re2_captured"(expression), '()()()()'), "~re2_groups"(expression)
    )]
  end
  when flags = 'g' and "~re2_groups"(expression) = 1 and "~re2_pieces"(expression) is not null then list_transform(
    regexp_extract_all(subject, coalesce("~re2_captured"(expression), '()'), 1), lambda "~m": ["~m"]
  )
  else "~regexp_matches"(subject, expression, flags)
end;
-- A row for each match (translate/dialect/calls.py gives it this name where it returns rows).
create macro "~pg"."~catalog"."~regexp_matches_rows"
  (subject, expression) as unnest("~pg"."~mirror".matches_of(subject, expression, '')),
  (subject, expression, flags) as unnest("~pg"."~mirror".matches_of(subject, expression, flags));
create macro "~pg"."~catalog".regexp_matches
  (subject, expression) as table
    (select unnest("~pg"."~mirror".matches_of(subject, expression, '')) as regexp_matches),
  (subject, expression, flags) as table
    (select unnest("~pg"."~mirror".matches_of(subject, expression, flags)) as regexp_matches);

-- a LIKE ANY (b) and its kin, as translate/dialect/left_operands.py calls them.
create macro "~pg"."~mirror".any_true(truths) as case
  when coalesce(list_bool_or(truths), false) then true
  when list_count(truths) = len(truths) then false
end;
create macro "~pg"."~mirror".all_true(truths) as case
  when not coalesce(list_bool_and(truths), true) then false
  when list_count(truths) = len(truths) then true
end;
create macro "~pg"."~catalog"."~any_like"(subject, patterns, negated) as "~pg"."~mirror".any_true(
  list_transform(patterns, lambda "~p": (subject like "~p" escape '\') <> negated));
create macro "~pg"."~catalog"."~all_like"(subject, patterns, negated) as "~pg"."~mirror".all_true(
  list_transform(patterns, lambda "~p": (subject like "~p" escape '\') <> negated));
create macro "~pg"."~catalog"."~any_ilike"(subject, patterns, negated) as "~pg"."~mirror".any_true(
  list_transform(patterns, lambda "~p": (subject ilike "~p" escape '\') <> negated));
create macro "~pg"."~catalog"."~all_ilike"(subject, patterns, negated) as "~pg"."~mirror".all_true(
  list_transform(patterns, lambda "~p": (subject ilike "~p" escape '\') <> negated));
create macro "~pg"."~catalog"."~any_match"(subject, patterns, negated) as "~pg"."~mirror".any_true(
  list_transform(patterns, lambda "~p": "~regexp_like"(subject, "~p") <> negated));
create macro "~pg"."~catalog"."~all_match"(subject, patterns, negated) as "~pg"."~mirror".all_true(
  list_transform(patterns, lambda "~p": "~regexp_like"(subject, "~p") <> negated));
create macro "~pg"."~catalog"."~any_imatch"(subject, patterns, negated) as "~pg"."~mirror".any_true(
  list_transform(patterns, lambda "~p": "~regexp_like"(subject, "~p", 'i') <> negated));
create macro "~pg"."~catalog"."~all_imatch"(subject, patterns, negated) as "~pg"."~mirror".all_true(
  list_transform(patterns, lambda "~p": "~regexp_like"(subject, "~p", 'i') <> negated));
