"""
Rewrites the tables of docs/live-views.md from the tests of live views:
``python -m tests.reference.generate_live_view_document``.

It takes nothing from PostgreSQL; a DSN is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.views.aggregates import AGGREGATES, aggregate
from pggate.views.refusals import HINTS
from tests.reference.documents import DOCS, code, filled, listed, table
from tests.views.conftest import Duck
from tests.views.queries import TEMPLATES
from tests.views.test_refusals import REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterator

TARGET = DOCS / "live-views.md"


def parts() -> dict[str, str]:
    """Every table of the document, by the name of its place."""
    return {
        "aggregates": table("aggregates", "where rows go", rows=aggregates()),
        "kept": table("query", "what is kept", rows=kept()),
        "refused": table("refused", "for example", "instead", rows=refused()),
    }


def aggregates() -> Iterator[tuple[str, str]]:
    """By what becomes of them where rows go."""
    known = {("count(*)" if name == "count_star" else name): one for name, one in AGGREGATES.items()}
    for name in AGGREGATES:
        if name != "count_star" and (one := aggregate(name, is_distinct=True)) is not None:
            known[f"{name}(DISTINCT)"] = one
    for is_negated, said in (
        (True, "taken back; of floating point numbers computed anew"),
        (False, "computed anew"),
    ):
        names = (name for name, one in known.items() if all(s.negated for s in one.states) is is_negated)
        yield listed(names), said


def kept() -> Iterator[tuple[str, str]]:
    """The queries that the tests hold against what they are by themselves."""
    duck = Duck()
    for query in TEMPLATES:
        yield code(query), duck.compiled(query).kind
    duck.connection.close()


def refused() -> Iterator[tuple[str, str, str]]:
    """One example of every construct that has a test."""
    examples: dict[str, str] = {}
    for marked, said in REFUSED:
        construct = said.partition(" (")[0]
        examples.setdefault(construct, marked.replace("‸", ""))
    for construct, hint in HINTS.items():
        if construct in examples:
            yield construct, code(examples[construct]), hint


if __name__ == "__main__":
    TARGET.write_text(filled(TARGET.read_text(), parts()))
