"""
Dictionaries and views: what they stand for, and the same values without them.
"""

from __future__ import annotations

import pyarrow as pa
import pytest

from ingest.layouts import expansion, plain_schema, written_out
from pggate.errors import FeatureNotSupported

WORDS = pa.DictionaryArray.from_arrays(pa.array([0, None, 1, 0], pa.int8()), pa.array(["a", "bcd"]))
VIEWS = pa.array(["a", None, "long enough to lie outside", ""], pa.string_view())
SHORT = pa.ListArray.from_arrays([0, 2, 4], WORDS)

# fmt: off
TYPES = [
    # as it came                                   plain
    (pa.int64(),                                   pa.int64()),
    (pa.dictionary(pa.int8(), pa.string()),        pa.string()),
    (pa.dictionary(pa.uint32(), pa.string_view()), pa.large_string()),
    (pa.string_view(),                             pa.large_string()),
    (pa.binary_view(),                             pa.large_binary()),
    (pa.list_(pa.field("l", pa.string_view())),    pa.list_(pa.field("l", pa.large_string()))),
    (pa.large_list(pa.string_view()),              pa.large_list(pa.large_string())),
    (pa.list_(pa.dictionary(pa.int8(), pa.int16()), 2), pa.list_(pa.int16(), 2)),
    (pa.struct({"a": pa.dictionary(pa.int8(), pa.string())}), pa.struct({"a": pa.string()})),
    (pa.map_(pa.string(), pa.string_view()),       pa.map_(pa.string(), pa.large_string())),
    (pa.uuid(),                                    pa.uuid()),
    (pa.json_(pa.string()),                        pa.json_(pa.string())),
    (pa.json_(pa.string_view()),                   pa.large_string()),
]
# fmt: on


@pytest.mark.parametrize(("came", "plain"), TYPES, ids=str)
def test_plain_types(came: pa.DataType, plain: pa.DataType) -> None:
    assert plain_schema(pa.schema({"a": came})) == pa.schema({"a": plain})


def test_a_field_keeps_what_else_it_has() -> None:
    field = pa.field("a", pa.string_view(), nullable=False, metadata={"k": "v"})
    assert (
        plain_schema(pa.schema([field]))
        .field(0)
        .equals(field.with_type(pa.large_string()), check_metadata=True)
    )


# fmt: off
UNSUPPORTED = [
    (pa.run_end_encoded(pa.int32(), pa.string()),            "run-end encoded columns"),
    (pa.list_view(pa.int8()),                                "list views"),
    (pa.large_list_view(pa.int8()),                          "list views"),
    (pa.dense_union([pa.field("a", pa.int8())]),             "union columns"),
    (pa.sparse_union([pa.field("a", pa.int8())]),            "union columns"),
    (pa.list_(pa.list_view(pa.int8())),                      "list views"),
    (pa.struct({"x": pa.run_end_encoded(pa.int32(), pa.int8())}), "run-end encoded columns"),
    (pa.map_(pa.string(), pa.list_view(pa.int8())),          "list views"),
    (pa.dictionary(pa.int8(), pa.list_view(pa.int8())),      "list views"),
]
# fmt: on


@pytest.mark.parametrize(("type_", "what"), UNSUPPORTED, ids=str)
def test_what_is_not_taken_is_named(type_: pa.DataType, what: str) -> None:
    with pytest.raises(FeatureNotSupported, match=f'column "a": {what} are not supported'):
        plain_schema(pa.schema({"ok": pa.int8(), "a": type_}))


# fmt: off
EXPANSIONS = [
    (pa.array([1, 2, 3]),                                       0),
    (pa.array(["abc"]),                                         0),
    (WORDS,                                                     1 + 3 + 1),
    (WORDS[:0],                                                 0),
    (pa.array([7, 8, 7], pa.int32()).dictionary_encode(),       3 * 4),
    (pa.array([None, None], pa.dictionary(pa.int8(), pa.string())), 0),
    (VIEWS,                                                     1 + 26),
    (VIEWS[2:3],                                                26),
    (VIEWS[:0],                                                 0),
    (pa.array([], pa.string_view()),                            0),
    (pa.array([b"xy"], pa.binary_view()),                       2),
    (SHORT,                                                     5),
    (pa.array([[["abc"]]], pa.list_(pa.list_(pa.string_view()))), 3),
    (pa.StructArray.from_arrays([WORDS, VIEWS], ["w", "v"]),    5 + 27),
    (pa.MapArray.from_arrays([0, 4], pa.array(list("abcd")), WORDS), 5),
    (pa.DictionaryArray.from_arrays(pa.array([0, 0, 0]), pa.array(["x" * 50], pa.string_view())), 50 + 150),
    (pa.DictionaryArray.from_arrays(pa.array([0, 0, 0]), pa.array([[1, 2]], pa.list_(pa.int8()))), 3 * 6),
    (pa.ExtensionArray.from_storage(pa.json_(pa.string_view()), pa.array(["{}"], pa.string_view())), 2),
]
# fmt: on


@pytest.mark.parametrize(
    ("array", "nbytes"), EXPANSIONS, ids=lambda value: str(getattr(value, "type", value))
)
def test_expansion(array: pa.Array, nbytes: int) -> None:
    assert expansion(array) == nbytes


def test_a_view_under_a_null_does_not_count() -> None:
    garbage = pa.py_buffer((2**31 - 1).to_bytes(4, "little") + bytes(12))
    array = pa.Array.from_buffers(pa.string_view(), 1, [pa.py_buffer(b"\0"), garbage])
    assert expansion(array) == 0


VALUES = [
    WORDS,
    VIEWS,
    SHORT,
    pa.array([b"\xff", None], pa.binary_view()),
    pa.array([["a"], None, [None]], pa.list_(pa.string_view())),
    pa.array([[1, 1], None], pa.list_(pa.int16(), 2)),
    pa.StructArray.from_arrays([WORDS, VIEWS], ["w", "v"], mask=pa.array([False, True, False, False])),
    pa.MapArray.from_arrays([0, 2, 4], pa.array(list("abcd")), WORDS),
    pa.DictionaryArray.from_arrays(pa.array([1, None, 0]), pa.array(["x", "y"], pa.string_view())),
]


@pytest.mark.parametrize("array", VALUES, ids=lambda array: str(array.type))
def test_written_out_are_the_same_values(array: pa.Array) -> None:
    batch = pa.record_batch({"a": array})
    schema = plain_schema(batch.schema)
    plain = written_out(batch, schema)
    plain.validate(full=True)
    assert plain.schema == schema
    assert plain.to_pylist() == batch.to_pylist()


def test_a_plain_batch_is_not_copied() -> None:
    batch = pa.record_batch({"a": [1, 2]})
    assert written_out(batch, plain_schema(batch.schema)) is batch


def test_a_dictionary_of_lists_cannot_be_written_out() -> None:
    lists = pa.DictionaryArray.from_arrays(pa.array([0, 0]), pa.array([["a"]]))
    batch = pa.record_batch({"a": lists})
    with pytest.raises(FeatureNotSupported, match=r'column "a": dictionary<.*> is not supported'):
        written_out(batch, plain_schema(batch.schema))
