"""
Casts of texts and documents to boolean.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import boolean_texts
from pggate.translate.results.boolean_texts import BOOLEAN
from pggate.translate.results.document_types import JSON, TEXT
from pggate.translate.trees import nodes
from pggate.translate.trees.number_types import plain
from tests.translate import duck


@pytest.mark.parametrize(
    ("of_type", "macro"),
    [(TEXT, "boolean_of_text"), (JSON, "boolean_of_document"), (plain("INTEGER"), None), (None, None)],
)
def test_cast(of_type: nodes.Node | None, macro: str | None) -> None:
    cast = nodes.cast(nodes.column("x"), "BOOLEAN")
    made = boolean_texts.cast(cast, [of_type])
    asked = {"child": {"return_type": of_type}, "return_type": BOOLEAN}
    assert boolean_texts.asks_cast(asked) is (macro is not None)
    assert (made is None) is (macro is None)
    assert boolean_texts.is_cast(of_type, BOOLEAN) is (macro is not None)
    if made is not None:
        assert made[1] == BOOLEAN
        assert duck.text(nodes.select(made[0])) == f'SELECT "~pg"."~mirror".{macro}(x)'


def test_other_casts_stay() -> None:
    assert boolean_texts.cast(nodes.cast(nodes.column("x"), "INTEGER"), [TEXT]) is None
