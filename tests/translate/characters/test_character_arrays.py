"""
Arrays of character types: their casts, and what they are shown as.
"""

from __future__ import annotations

import pytest

from pggate.translate.characters import character_arrays, character_calls, character_items
from tests.translate import duck

CATALOG = '"~pg"."~catalog"'
VARCHAR = f'{CATALOG}."~char_varchar"(CAST("~1" AS VARCHAR)'
OID = f'{CATALOG}."~char_oid"(CAST("~1" AS VARCHAR), "system".main.typeof("~1"))'

CALLS = (
    (
        'x::"~char_varchar"(3)[]',
        f'{CATALOG}."~char_varchar[]"(list_transform(CAST(x AS VARCHAR[]), ("~1" -> {VARCHAR}, 3))), 3)',
    ),
    (
        "array[['abc']]::\"~char_varchar\"(3)[]",  # of as many dimensions as are written
        (
            f'{CATALOG}."~char_varchar[]"(list_transform((ARRAY[main.list_value(\'abc\')]), ("~2" -> '
            f'list_transform("~2", ("~1" -> {VARCHAR}, 3))))), 3)'
        ),
    ),
    ("'[a]'::\"~char_varchar\"[]", f"{CATALOG}.\"~char_varchar[]\"(CAST('[a]' AS VARCHAR[]))"),
    (
        "'[1]'::\"~char_oid\"[]",
        f'{CATALOG}."~char_oid[]"(list_transform(CAST(\'[1]\' AS VARCHAR[]), ("~1" -> {OID})))',
    ),
    ("array['a'::\"~char_bpchar\"(3)]", f"(ARRAY[{CATALOG}.\"~char_padded\"(CAST('a' AS VARCHAR), 3)])"),
    ("x::varchar[]", "CAST(x AS VARCHAR[])"),
)


@pytest.mark.parametrize(("expression", "expected"), CALLS)
def test_called(expression: str, expected: str) -> None:
    tree = duck.tree(f"select {expression} from t")
    character_calls.edit(tree)
    assert duck.text(tree) == f"SELECT {expected} FROM t"


VARCHAR3 = 'x::"~char_varchar"(3)'
VARCHAR5 = 'x::"~char_varchar"(5)'
ARRAY3 = f"{VARCHAR3}[]"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (ARRAY3, ("varchar[]", 3)),
        (f"array[{VARCHAR3}]", ("varchar[]", 3)),
        (f"array[array[{VARCHAR3}]]", ("varchar[]", 3)),
        (f"array[{VARCHAR3}, {VARCHAR5}]", ("varchar[]", None)),
        (f"array[{VARCHAR3}, 'a']", ("varchar[]", None)),
        (f"array[{VARCHAR3}, x]", None),
        ("array['a']", None),
        (f"array_agg({VARCHAR3})", ("varchar[]", None)),
        (f"({ARRAY3})[1]", ("varchar", 3)),
        (f"({ARRAY3})[1:2]", ("varchar[]", 3)),
        (f"{ARRAY3} || array['a']", ("varchar[]", None)),
        (f"array_append({ARRAY3}, 'a')", ("varchar[]", None)),
        ('x::"~char_name"[]', ("name[]", None)),
        (f"unnest({ARRAY3})", ("varchar", None)),
        ("unnest(['a'])", None),
        ("upper(x)", None),
    ],
)
def test_shown(expression: str, expected: tuple[str, int | None] | None) -> None:
    tree = duck.tree(f"select {expression} from t")
    character_calls.edit(tree)
    assert character_items.of_columns(tree, 1) == [expected]


@pytest.mark.parametrize(
    ("name", "length", "is_shown", "expected"),
    [
        ("varchar", None, True, True),
        ("varchar", None, False, False),
        ("varchar", 3, False, True),
        ("bpchar", None, False, True),
        ("varbit", 3, False, True),
        ("bit", 1, False, True),
    ],
)
def test_matters(name: str, length: int | None, is_shown: bool, expected: bool) -> None:
    assert character_arrays.matters(name, length, is_shown) is expected
