"""
What PostgreSQL has and pggate knows that it has not: each with a way out.

Asked only for a text that DuckDB's parser has refused.
"""

from __future__ import annotations

import re
from typing import Final

from pggate.errors import FeatureNotSupported
from pggate.translate.syntax import lexer

# fmt: off
# Looked for in the words of a text, strings being '' and quoted identifiers `name`; the first match wins.
REFUSALS: Final = (
    # words                                                  feature and the way out
    (r"\bgenerated (?:always|by default) as identity\b",
     "an identity column of a temporary table", "Give the column a default, or fill it when inserting."),
    (r"\bgenerated always as \(.*\) stored\b",
     "a stored generated column", "Compute the value in a view, or when inserting."),
    (r"\bon (?:delete|update) (?:cascade|restrict|set|no)\b",
     "an action of a temporary table's foreign key", "Declare the key without ON DELETE and ON UPDATE."),
    (r"^create .*\binherits\b",
     "table inheritance", "Use a view over both tables."),
    (r"^create .*\bpartition (?:by|of)\b",
     "declarative partitioning", "A topic needs no partitions to be fast."),
    (r"\bwith (?:local |cascaded )?check option\b",
     "WITH CHECK OPTION", "Views are read-only."),
    (r"^create table .* as execute\b",
     "CREATE TABLE AS EXECUTE", "Write the query itself."),
    (r"\bas (?:not )?(?:materialized )?\( ?(?:insert|update|delete|merge)\b",
     "a data-modifying statement in WITH below the top level", "Run it as a statement of its own."),
    (r"\bwhere current of\b",
     "WHERE CURRENT OF", "Select the rows by their values."),
    (r"\bwith ties\b",
     "WITH TIES", "Use QUALIFY rank() OVER (ORDER BY ...) <= n."),
    (r"\brows from ?\(",
     "ROWS FROM", "Join the functions on their ordinality."),
    (r"\b(?:ignore|respect) nulls over\b",
     "IGNORE NULLS outside the parentheses", "Write IGNORE NULLS inside the function's parentheses."),
    (r"\bsearch (?:depth|breadth) first\b",
     "the SEARCH clause", "Carry the path in a column."),
    (r"\bgroup by distinct\b",
     "GROUP BY DISTINCT", "Leave out the repeated grouping sets."),
    (r"\bxml(?:element|forest|table|agg|parse|serialize|root|pi)\b",
     "XML", "Use JSON."),
    (r"\bis (?:not )?json\b",
     "IS JSON", "Use json_valid()."),
    (r"^alter (?:table|view|schema) .* owner to\b",
     "OWNER TO", "Leave it out: what an owner may, every superuser may."),
    (r"^alter (?:table|view) .* set schema\b",
     "SET SCHEMA", "Create the relation anew in the other schema."),
    (r"^alter table .* (?:add|drop) constraint\b",
     "adding a constraint that is neither a key nor a CHECK", "Check the values when inserting."),
    (r"^create table .* exclude using\b",
     "an exclusion constraint", "Check for overlaps when inserting."),
    (r"^select(?:$| from\b| where\b)",
     "a SELECT without columns", "Select something, if only a constant."),
    (r"\busing \([^()]*\) as\b",
     "an alias of JOIN ... USING", "Give the tables aliases."),
)
# fmt: on
_COMPILED: Final = tuple((re.compile(pattern), feature, hint) for pattern, feature, hint in REFUSALS)


def refusal(sql: str) -> FeatureNotSupported | None:
    """
    The error for a text that has a feature in it which is known and not offered; None if none was found.
    """
    words = " ".join(_word(token) for token in lexer.tokens(sql)).replace("( ", "(")
    for pattern, feature, hint in _COMPILED:
        if pattern.search(words):
            return FeatureNotSupported(f"{feature} is not supported", hint=hint)
    return None


def _word(token: lexer.Token) -> str:
    return token.word or ("''" if token.kind is lexer.Kind.STRING else "name")
