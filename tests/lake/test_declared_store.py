"""
What the registry keeps of declarations outlives the snapshots that said so.
"""

from __future__ import annotations

import contextlib
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from pggate.lake.declarations import Declarations
from pggate.lake.declared import EMPTY, Declared
from pggate.lake.declared_store import RegistryStore
from pggate.lake.declaring import Declaring
from pggate.lake.registry import Registry
from tests.lake.test_declarations import MOOD, declare, known, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.lake.lake import Lake

pytestmark = pytest.mark.slow  # a real lake, its fsyncs included


@pytest.fixture
def registry(lake: Lake) -> Iterator[Registry]:
    with contextlib.closing(lake.engine.cursor()) as cursor:
        yield Registry(cursor)


def test_what_a_lake_has_said(lake: Lake, registry: Registry) -> None:
    store = RegistryStore(registry, 5)
    assert store.load() == EMPTY
    declarations = Declarations(lake.metadata, store)
    declaring = short()
    declaring.enums[MOOD.oid] = MOOD
    declare(lake, declaring, "create table LAKE.public.t (v varchar)")
    declared = known(lake, declarations)
    again = RegistryStore(registry, 5).load()
    assert (again.topics, again.enums) == (declared.topics, declared.enums)
    gone = Declaring()
    gone.enums[MOOD.oid] = None
    declare(lake, gone, "create view LAKE.main.something as select 1")
    assert known(lake, Declarations(lake.metadata, store)).enums == {}
    assert RegistryStore(registry, 5).load().topics == declared.topics
    assert RegistryStore(registry, 6).load() == EMPTY


def test_successors(registry: Registry) -> None:
    store = RegistryStore(registry, 5)
    store.keep(EMPTY, Declared(successors=MappingProxyType({3: 7, 7: 12})))
    assert store.load().origin(12) == 3
