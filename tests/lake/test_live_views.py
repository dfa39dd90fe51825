"""
Live views as values: what is declared comes back from the messages and from the registry.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from types import MappingProxyType

from pggate.lake.declared import EMPTY
from pggate.lake.declaring import Declaring
from pggate.lake.live_views import InlinedView, LiveView, ViewColumn, live_view_of

VIEW = LiveView(
    7,
    "public",
    "v",
    "select a from t",
    "SELECT a FROM public.t",
    (ViewColumn("a", "DECIMAL(9,2)", 1700, 589830),),
    (2, 5),
    "Europe/Berlin",
    "what it is",
    (InlinedView("", "public", "w", "SELECT a FROM public.u", ("a",)),),
    (("window_type", "tumbling"),),
    is_streaming=True,
)


def test_as_json() -> None:
    assert live_view_of(json.loads(json.dumps(asdict(VIEW)))) == VIEW
    older = asdict(replace(VIEW, views=()))
    del older["views"]  # as it was declared before there were any
    assert live_view_of(json.loads(json.dumps(older))) == replace(VIEW, views=())


def test_a_transaction_says_what_it_has_made_and_dropped() -> None:
    declaring = Declaring()
    assert not declaring
    declaring.live_views = {7: VIEW, 8: None}
    assert declaring
    said = json.loads(json.dumps(declaring.message()))["live_views"]
    assert said["8"] is None
    assert live_view_of(said["7"]) == VIEW


def test_they_are_part_of_what_a_lake_declares() -> None:
    assert EMPTY.live_views == {}
    assert replace(EMPTY, live_views=MappingProxyType({7: VIEW})).live_views[7] is VIEW
