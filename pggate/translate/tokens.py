"""
The first layer of translation: token rules, each a small function, in one table.

A rule is looked at only if its trigger is found in the text, so an ordinary text costs one search and comes
back untouched.  No rule changes the inside of a string or a quoted identifier, except the few whose subject
is a literal (U&'', B'', X'', '{...}'::t[], strings in two pieces).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from pggate.translate.arrays import array_calls
from pggate.translate.characters import changed_casts, character_types
from pggate.translate.dates import moment_precisions, moments
from pggate.translate.definitions import ddl, table_definitions, written_options
from pggate.translate.dialect import (
    betweens,
    calls,
    commas,
    hypothetical_sets,
    joined_aliases,
    left_operands,
    like,
    literals,
    number_junk,
    ordinality,
    pages,
    qualifiers,
    scalar_sources,
    set_functions,
    spellings,
    untyped_arguments,
    untyped_arrays,
)
from pggate.translate.dialect.qualifiers import Names
from pggate.translate.json import json_calls, json_operators, json_sets
from pggate.translate.numbers import literal_numbers
from pggate.translate.rows import field_updates, row_expansions, row_uses
from pggate.translate.rows.composite_rules import with_composites
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.types import bare_numerics, enum_names, floats

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pggate.errors import Notice
    from pggate.translate.syntax.looking import Findings, Tokens

__all__ = ["Edit", "Names", "Rewritten", "apply"]


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One rule, and where it has nothing to do.

    Args:
        hints: Words or pieces of text (lower case) without any of which the rule is not looked at.
        trigger: A regular expression (any case) that must be found besides.
        find: The rule: tokens of one statement to Edits and Notices.

    """

    hints: tuple[str, ...]
    trigger: str
    find: Callable[[Tokens], Findings]


# A comma before a comment, or before what no item begins with
_BEHIND_LIST: Final = (
    r",\s*(?:--|/\*|[)\];]|$|(?:" + "|".join(sorted(word for word in commas.ENDS if word.isalpha())) + r")\b)"
)

# A part of a column in the list behind INSERT; not a number in VALUES
_PART_INSERTED: Final = r"\binsert\b(?:(?!\bvalues\s*\()[^(]){0,300}\([^()]*?[.\[]"

# fmt: off
RULES: Final = (
    #    hints                    trigger                                   rule
    Rule((",",),                  _BEHIND_LIST,                             commas.trailing_commas),
    Rule(("operator",),           r"\boperator\s*\(",                       spellings.operator_calls),
    Rule(("row",),                r"\brow\s*\([^)]*\*",                   row_expansions.rows),
    Rule(("*",),                  row_uses.STARRED,                         row_uses.values),
    Rule(("collate",),            "",                                       spellings.collations),
    Rule(("at",),                 r"\bat\b(?!\s+time\s)",                   spellings.aliases_at),
    Rule(("materialized",),       r"^\s*comment\b",                         spellings.comments_on_live_views),
    Rule(("streaming",),          r"^\s*comment\b",                         spellings.comments_on_live_views),
    Rule(("for",),                r"\bfor\s+(?:update|share|no\s|key\s)",   spellings.row_locks),
    Rule(("exists",),             r"\(\s*select(?:\s*\)|\s+(?:from|where))", spellings.empty_select_lists),
    Rule(("bernoulli", "system"), "",                                       spellings.samples),
    Rule(("u&'", 'u&"'),          "",                                       literals.unicode_escapes),
    Rule(number_junk.HINTS,       number_junk.TRIGGER,                      number_junk.refused),
    Rule(("b'", "x'"),            r"\b[bx]'",                               literals.bit_strings),
    Rule(("\n", "\r"),            r"'[ \t]*[\r\n]\s*'",                     literals.continued_strings),
    Rule(("''",),                 r"(?:''[^']*){20}",                   literals.crowded_quotes),
    Rule(("{",),                  r"['$]\s*\{",                             literals.array_literals),
    Rule(tuple(json_operators.OPERATORS), "",                              json_operators.operators),
    Rule(("float",),              "",                                       floats.floats),
    Rule(bare_numerics.WORDS,       "",                                  bare_numerics.types),
    Rule(literal_numbers.HINTS,   literal_numbers.TRIGGER,                  literal_numbers.numerics),
    Rule((literal_numbers.LOWEST,), "",                                  literal_numbers.lowest),
    Rule(("like", "ilike"),       "",                                       like.escapes),
    Rule(("symmetric",),          r"\bbetween\s+symmetric\b",              betweens.symmetric),
    Rule(("similar",),            "",                                       spellings.similar_to),
    Rule(("using",),              r"\busing\s*[<>]",                        spellings.orders_using),
    Rule(tuple(sorted(set_functions.FUNCTIONS)), r"\b(?:from|join)\b",      set_functions.aliases),
    Rule(("join",),               joined_aliases.TRIGGER,                   joined_aliases.queries),
    Rule(("from",),               scalar_sources.TRIGGER,                   scalar_sources.tables),
    Rule(("unnest",),             r"\b(?:from|join)\b",                     set_functions.several_arrays),
    Rule(("generate_series",),    r"\bselect\b",                            set_functions.items),
    Rule(("generate_series",),    "'",                                      set_functions.steps),
    Rule(tuple(sorted(ordinality.MACROS)), r"\bordinality\b",              ordinality.numbered),
    Rule(("variadic",),           "",                                       array_calls.variadic),
    Rule(tuple(sorted(calls.FUNCTIONS)), "",                            calls.functions),
    Rule(("set_config",),         r"\bcurrent_setting\b",                   calls.settings_as_set),
    Rule(("string_agg",),         r",\s*null\b",                           calls.separators),
    Rule(tuple(sorted(hypothetical_sets.NAMES)), r"\bwithin\s+group\b",    hypothetical_sets.aggregates),
    Rule(untyped_arguments.HINTS, untyped_arguments.TRIGGER,                untyped_arguments.literals),
    Rule(untyped_arrays.HINTS,    untyped_arrays.TRIGGER,                   untyped_arrays.literals),
    Rule(("pg_typeof", "collation"), r"\(\s*e?'|\bcollation\s+for\b",      calls.untyped_arguments),
    Rule(tuple(sorted(json_calls.BUILDERS)), "",                            json_calls.builders),
    Rule(tuple(sorted(json_calls.AGGREGATES)), "",                          json_calls.aggregates),
    Rule(("json_object",),        "",                                       json_calls.objects),
    Rule(tuple(sorted(json_sets.VALUES)), r"\bordinality\b",                json_sets.ordinality),
    Rule(tuple(sorted(json_sets.VALUES)), r"\b(?:from|join)\b",             json_sets.aliases),
    Rule(tuple(sorted(json_sets.RECORDS)), r"\b(?:from|join)\b",            json_sets.records),
    Rule(("array_fill",),         "",                                       array_calls.array_fills),
    Rule(("any", "all", "some"),  r"[=<>]\s*(?:any|all|some)\s*\(",         array_calls.quantified_arrays),
    Rule(("]",),                  r"\]\s*'",                               array_calls.typed_literals),
    Rule(("extract",),            "",                                       moments.extracts),
    Rule(("date_part",),          "",                                       moments.date_parts),
    Rule(("generate_series",),    r"\binterval\b|'",                       moments.series),
    Rule(moment_precisions.HINTS, r"(?:::|\bas)\s*(?:time|interval)\w*\s*\(",  moment_precisions.precisions),
    Rule(tuple(sorted(moments.CLOCKS)), r"\(\s*\d+\s*\)",                  moments.clock_precisions),
    Rule(("overlay", "position", "substring"), "",                          calls.keyword_calls),
    Rule(("regexp_matches",),     r"\bselect\b",                            calls.match_rows),
    Rule(tuple(sorted(character_types.WORDS)), r"::|\bcast\b|'",           character_types.casts),
    Rule(tuple(sorted(character_types.WORDS)), r"\b(?:update|delete|merge)\b", changed_casts.casts),
    Rule(('"char"',),             r"::|\bcast\b|'",                        character_types.casts),
    Rule(("n'",),                 r"\bn'",                                 character_types.casts),
    Rule(tuple(sorted(character_types.NAME_FUNCTIONS)), "",              character_types.names),
    Rule(("normalize",),          "",                                       calls.normal_forms),
    Rule(("normalized",),         r"\bis\b",                                left_operands.normalized),
    Rule(("any", "all", "some"),  r"(?:like|~)\*?\s*(?:any|all|some)\b", left_operands.quantified_patterns),
    Rule(("regexp_full_match",),  "",                                       spellings.own_functions),
    Rule(("interval", "second"),  r"\b(?:interval|second)\s*\(",            literals.interval_precisions),
    Rule(("create",),             r"\btable\b",                             ddl.storage_clauses),
    Rule(("create",),             r"\bwith\s*\(",                           written_options.clauses),
    Rule(("create", "alter"),     r"\btable\b",                             table_definitions.edits),
    Rule(("comment",),            r"\bon\s+constraint\b",                  table_definitions.edits),
    Rule(("insert",),             _PART_INSERTED,                           field_updates.refuse_inserted),
    Rule(("overriding",),         r"\boverriding\s+(?:system|user)\s+value\b", ddl.overriding),
    Rule(("commit",),            r"\bon\s+commit\b",                      ddl.at_commit),
    Rule(("view",),               "",                                       ddl.view_options),
    Rule(("global",),             "",                                       ddl.global_temporary),
    Rule(("truncate",),           "",                                       ddl.truncate_options),
    Rule(("authorization",),      "",                                       ddl.schema_owner),
    Rule(("ctid",),               r"\bctid\s+between\b",                   pages.page_ranges),
)
# fmt: on

_WORD: Final = re.compile(r"[^\W\d]\w*")
_COMPILED: Final = tuple(
    (
        frozenset(hint for hint in rule.hints if _WORD.fullmatch(hint)),
        tuple(hint for hint in rule.hints if not _WORD.fullmatch(hint)),
        re.compile(rule.trigger, re.IGNORECASE).search if rule.trigger else None,
        rule.find,
    )
    for rule in RULES
)
_QUALIFIERS: Final = frozenset(
    {"pg_catalog", "information_schema", "pg_temp", "pggate", "boilstream", "main", "schema"}
)
# A name of three parts or more may begin with a database.
_THREE_PARTS: Final = re.compile(r'\.\s*(?:\w+|"[^"]*")\s*\.')


def apply(sql: str, names: Names) -> Rewritten:
    """
    The text of one statement in DuckDB's words.

    Raises:
        FeatureNotSupported: for what can be recognised and not said in DuckDB's words.

    """
    lowered = sql.lower()
    words = frozenset(_WORD.findall(lowered))
    finders = [
        find
        for hints, pieces, trigger, find in _COMPILED
        if (not hints.isdisjoint(words) or any(piece in lowered for piece in pieces))
        and (trigger is None or trigger(sql))
    ]
    if not names.enums.words.isdisjoint(words) or (names.enums.by_name and '"' in sql):
        finders.insert(0, partial(enum_names.edits, known=names.enums))
    finders = with_composites(finders, sql, words, names.composites)
    if "into" in words:
        finders.append(partial(select_into, names=names))
    if not _QUALIFIERS.isdisjoint(words) or _THREE_PARTS.search(sql):
        finders.append(partial(qualifiers.qualifiers, names=names))
    gathers = "distinct" in words and not array_calls.GATHERING.isdisjoint(words)
    if not finders and not gathers:
        return Rewritten(sql)
    tokens = lexer.tokens(sql)
    findings = [finding for find in finders for finding in find(tokens)]
    if gathers:
        findings += array_calls.distinct_values(tokens, [one for one in findings if isinstance(one, Edit)])
    return _rewritten(sql, findings)


def select_into(tokens: Tokens, names: Names) -> Iterator[Edit]:
    """
    SELECT a INTO t FROM s is CREATE TABLE t AS SELECT a FROM s (PostgreSQL 15, SELECT INTO).
    """
    into = spellings.into_clause(tokens)
    if into is not None:
        target = qualifiers.qualified_table(into.target, names)
        temporary = "TEMP " if into.temporary else ""
        yield Edit(tokens[0].start, tokens[0].start, f"CREATE {temporary}TABLE {target} AS ")
        yield Edit(into.start, into.stop, "")


def _rewritten(sql: str, findings: Iterable[Edit | Notice]) -> Rewritten:
    edits, notices = [], []
    for finding in findings:
        if isinstance(finding, Edit):
            edits.append(finding)
        else:
            notices.append(finding)
    return rewrite(sql, edits, notices)
