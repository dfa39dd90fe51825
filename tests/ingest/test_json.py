"""
JSON by the Arrow door: whatever is taken can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings

from tests.ingest.streams import stream, table
from tests.types.test_json_input import TEXTS

if TYPE_CHECKING:
    from tests.ingest.conftest import Door, Site

pytestmark = pytest.mark.server

LONE = r'"\ud800"'


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("json", pa.array([LONE])),
        ("json", pa.ExtensionArray.from_storage(pa.json_(), pa.array([LONE]))),
        ("json", pa.array([LONE]).dictionary_encode()),
        ("json[]", pa.array([["{}", LONE]])),
        ("struct(x json)", pa.array([{"x": LONE}])),
        ("map(varchar, json)", pa.array([[("k", LONE)]], pa.map_(pa.string(), pa.string()))),
    ],
)
def test_a_surrogate_that_is_alone(site: Site, door: Door, column: str, values: pa.Array) -> None:
    name, token = site.topic(f"a {column}")
    response = door.post(token, stream(table(a=values)))
    assert response.status_code == 400
    said = response.json()["error"]
    assert said.startswith('column "a": invalid input syntax for type json. Unicode high surrogate must be')
    assert said.endswith("(char 1). Write the character itself, or both halves of its surrogate pair")
    assert site.count(name) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(TEXTS)
def test_what_is_taken_is_read(site: Site, door: Door, text: str) -> None:
    name, token = site.topic("a json")
    taken = door.post(token, stream(table(a=[text]))).status_code == 200
    assert site.rows(f"select a from {name}") == [(text,)] * taken
    assert site.rows(f"select a::varchar from {name}") == [(text,)] * taken
