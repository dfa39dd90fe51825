"""
Functions that return one value, called in FROM: a table of one row and one column, which has the alias' name
(PostgreSQL 15, 7.2.1.4).  The `{call f(?)}` of JDBC and ODBC is such a query.

    FROM lower('A')                becomes FROM (SELECT lower('A') AS lower) AS lower
    FROM lower('A') AS s           becomes FROM (SELECT lower('A') AS s) AS s
    FROM lower('A') AS s (x)       becomes FROM (SELECT lower('A')) AS s (x)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.translate.dialect.set_functions import NO_ALIAS
from pggate.translate.syntax.edits import Edit
from pggate.translate.syntax.lexer import words
from pggate.translate.syntax.looking import closing, word_at, words_at
from pggate.translate.untyped.postgres_signatures import POSTGRES_SIGNATURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.translate.syntax.looking import Tokens

_OTHERS: Final = words(
    "aclexplode bool_and bool_or corr covar_pop covar_samp datemultirange every generate_subscripts "
    "int4multirange int8multirange json_array_elements json_array_elements_text json_each json_each_text "
    "json_object_keys json_populate_record json_populate_recordset json_to_record json_to_recordset "
    "jsonb_array_elements jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_keys "
    "jsonb_path_query jsonb_path_query_tz jsonb_populate_record jsonb_populate_recordset jsonb_to_record "
    "jsonb_to_recordset max min nummultirange pg_extension_update_paths pg_get_multixact_members "
    "pg_get_object_address pg_get_publication_tables pg_identify_object pg_identify_object_as_address "
    "pg_mcv_list_items pg_options_to_table pg_sequence_parameters pg_tablespace_databases regexp_matches "
    "regexp_split_to_table regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx "
    "regr_sxy regr_syy satisfies_hash_partition stddev stddev_pop stddev_samp string_agg string_to_table "
    "tsmultirange tstzmultirange var_pop var_samp variance"
)
"""Of those whose signatures are known, aggregates and what returns rows or several columns."""
_WITHOUT_SIGNATURE: Final = words(
    "clock_timestamp concat current_database now pg_backend_pid random transaction_timestamp txid_current "
    "version"
)
SCALARS: Final = (frozenset(POSTGRES_SIGNATURES) - _OTHERS) | _WITHOUT_SIGNATURE

_ITEM: Final = r"[\w\".]+(?:\s+(?:as\s+)?[\w\"]+)?\s*,\s*"
TRIGGER: Final = rf"\b(?:from|join|lateral|using)\s+(?:{_ITEM})*(?:pg_catalog\s*\.\s*)?[a-z_]\w*\s*\("

_ENDS_SOURCES: Final = words(
    "where group having window order limit offset fetch union intersect except qualify returning set select"
)
_BEFORE_SOURCE: Final = frozenset({"from", "join", "lateral", ",", "("})
_BEGINS_QUERY: Final = words("select with values insert update delete merge")


def tables(tokens: Tokens) -> Iterator[Edit]:
    """
    A call that is an item of FROM becomes a query.
    """
    for first, name in _sources(tokens):
        close = closing(tokens, name + 1)
        at = close + 1
        numbers = ""
        if words_at(tokens, at, 2) == ("with", "ordinality"):
            yield Edit(tokens[at].start, tokens[at + 1].stop, "")
            numbers = ", CAST(1 AS BIGINT) AS ordinality"
            at += 2
        has_as = word_at(tokens, at) == "as"
        at += has_as
        is_named = at < len(tokens) and tokens[at].is_name and (has_as or tokens[at].word not in NO_ALIAS)
        function = tokens[name].text
        if not is_named:
            end = f" AS {function}{numbers}) AS {function}"
        elif word_at(tokens, at + 1) == "(":
            end = f"{numbers})"
        else:
            end = f" AS {tokens[at].text}{numbers})"
        yield Edit(tokens[first].start, tokens[first].start, "(SELECT ")
        yield Edit(tokens[close].stop, tokens[close].stop, end)


def _sources(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """
    Where such calls are items of FROM: the first token, which may be the schema's, and the function's name.

    FROM of extract(year FROM x) stands in brackets that hold no query.
    """
    in_query = [True]
    in_sources = [False]
    for i, token in enumerate(tokens):
        before = word_at(tokens, i - 1)
        if token.word == "(":
            in_query.append(word_at(tokens, i + 1) in _BEGINS_QUERY)
            in_sources.append(in_sources[-1] and before in _BEFORE_SOURCE)
        elif token.word == ")" and len(in_query) > 1:
            in_query.pop()
            in_sources.pop()
        elif token.word == "from" and before != "distinct":
            in_sources[-1] = in_query[-1]
        elif token.word in _ENDS_SOURCES:
            in_sources[-1] = False
        elif in_sources[-1] and token.word in SCALARS and word_at(tokens, i + 1) == "(":
            first = i - 2 if before == "." and word_at(tokens, i - 2) == "pg_catalog" else i
            if word_at(tokens, first - 1) in _BEFORE_SOURCE:
                yield first, i
