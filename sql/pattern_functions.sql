-- Pattern matching as PostgreSQL 15, 9.7 has it.  What RE2 finds alike, DuckDB's own functions find; all else is
-- computed by pggate/types/regexp_matching.py.  Expressions are constants nearly always, and then all that is
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
  else regexp_like(subject, expression)
end;
create macro "~pg"."~catalog"."~*"(subject, expression) as case
  when "~pg"."~mirror".re2(expression, 'i') is not null
  then system.main.regexp_matches(subject, coalesce("~pg"."~mirror".re2(expression, 'i'), ''), 'si')
  else regexp_like(subject, expression, 'i')
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
create macro "~pg"."~mirror".is_replaced_alike(expression, replacement) as
  "~pg"."~mirror".re2_span(expression) is not null and not contains(replacement, '\');
create macro "~pg"."~mirror".expression(expression) as coalesce("~pg"."~mirror".re2_span(expression), '');
create macro "~pg"."~catalog".regexp_replace
  (source, expression, replacement) as case
    when "~pg"."~mirror".is_replaced_alike(expression, replacement)
    then system.main.regexp_replace(source, "~pg"."~mirror".expression(expression), replacement, 's')
    else "~regexp_replace"(source, expression, replacement)
  end,
  (source, expression, replacement, flags varchar) as case
    when flags = 'g' and "~pg"."~mirror".is_replaced_alike(expression, replacement)
    then system.main.regexp_replace(source, "~pg"."~mirror".expression(expression), replacement, 'gs')
    else "~regexp_replace_by_flags"(source, expression, replacement, flags)
  end,
  (source, expression, replacement, start) as "~regexp_replace"(source, expression, replacement, start),
  (source, expression, replacement, start, n) as "~regexp_replace"(source, expression, replacement, start, n),
  (source, expression, replacement, start, n, flags) as
    "~regexp_replace"(source, expression, replacement, start, n, flags);

create macro "~pg"."~catalog".regexp_split_to_array
  (subject, expression) as "~regexp_split"(subject, expression),
  (subject, expression, flags) as "~regexp_split"(subject, expression, flags);
create macro "~pg"."~catalog".regexp_split_to_table
  (subject, expression) as unnest("~regexp_split"(subject, expression)),
  (subject, expression, flags) as unnest("~regexp_split"(subject, expression, flags));
create macro "~pg"."~catalog".regexp_split_to_table
  (subject, expression) as table
    (select unnest("~regexp_split"(subject, expression)) as regexp_split_to_table),
  (subject, expression, flags) as table
    (select unnest("~regexp_split"(subject, expression, flags)) as regexp_split_to_table);

-- A row for each match (translate/calls.py gives it this name where it returns rows).
create macro "~pg"."~catalog"."~regexp_matches_rows"
  (subject, expression) as unnest("~regexp_matches"(subject, expression)),
  (subject, expression, flags) as unnest("~regexp_matches"(subject, expression, flags));
create macro "~pg"."~catalog".regexp_matches
  (subject, expression) as table
    (select unnest("~regexp_matches"(subject, expression)) as regexp_matches),
  (subject, expression, flags) as table
    (select unnest("~regexp_matches"(subject, expression, flags)) as regexp_matches);

-- a LIKE ANY (b) and its kin, as translate/left_operands.py calls them.
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
  list_transform(patterns, lambda "~p": regexp_like(subject, "~p") <> negated));
create macro "~pg"."~catalog"."~all_match"(subject, patterns, negated) as "~pg"."~mirror".all_true(
  list_transform(patterns, lambda "~p": regexp_like(subject, "~p") <> negated));
create macro "~pg"."~catalog"."~any_imatch"(subject, patterns, negated) as "~pg"."~mirror".any_true(
  list_transform(patterns, lambda "~p": regexp_like(subject, "~p", 'i') <> negated));
create macro "~pg"."~catalog"."~all_imatch"(subject, patterns, negated) as "~pg"."~mirror".all_true(
  list_transform(patterns, lambda "~p": regexp_like(subject, "~p", 'i') <> negated));
