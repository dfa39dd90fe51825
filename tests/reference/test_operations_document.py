"""
docs/operations.md names every metric, event and limit that there is, and none that there is not.
"""

from __future__ import annotations

import re

from prometheus_client.metrics import MetricWrapperBase

from pggate import config
from pggate.metrics import Metrics
from tests.reference.documents import DOCS

TEXT = (DOCS / "operations.md").read_text()
ROOT = DOCS.parent
SOURCES = [*ROOT.glob("pggate/**/*.py"), *ROOT.glob("ingest/**/*.py")]


def cells(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head."""
    section = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [
        [cell.strip() for cell in row.split("|")[1:-1]]
        for row in re.findall(r"^\| .*$", section, re.MULTILINE)
    ][2:]


def words(cell: str) -> set[str]:
    return set(re.findall(r"`([\w.]+)`", cell))


def test_metrics() -> None:
    collectors = [
        one for one in Metrics("1")._registry._collector_to_names if isinstance(one, MetricWrapperBase)
    ]
    declared = {
        (f"{one._name}_total" if one._type == "counter" else one._name, one._type, frozenset(one._labelnames))
        for one in collectors
    }
    told = {(row[0].strip("`"), row[1], frozenset(words(row[2]))) for row in cells("Metrics")}
    assert told == declared


def test_events() -> None:
    event = re.compile(r"(?<!`)\blog\.(info|warning|error)\(\s*\"(\w+)\"((?:[^()]|\([^()]*\))*)\)")
    logged = {}
    for source in SOURCES:
        for level, name, arguments in event.findall(source.read_text()):
            keys = {
                "traceback" if key == "error" and level == "error" else key
                for key in re.findall(r"\b(\w+)=", arguments)
            }
            logged[name] = (level, keys)
    told = {row[0].strip("`"): (row[1], words(row[2])) for row in cells("Log")}
    del told["log"]  # of libraries
    assert told == logged


def test_limits() -> None:
    told = {word for row in cells("Limits") for word in words(row[1])}
    keys = set(config.keys())
    assert {key for key in keys if key.startswith("limits.")} <= told <= keys


def test_other_keys_that_are_named_exist() -> None:
    named = set(re.findall(r"`((?:lake|limits|engine|log|tls)\.[\w.]+)`", TEXT))
    assert named <= set(config.keys())
