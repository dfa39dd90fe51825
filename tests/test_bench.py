"""
What `make bench` runs, and what it makes of what it sees.
"""

from __future__ import annotations

import pytest

from bench.__main__ import GROUPS, chosen
from bench.commits import by_merges
from bench.load import Answer, Load
from bench.measuring import allow_files, percentile


def test_every_group_runs_where_none_is_named() -> None:
    assert list(chosen([])) == list(GROUPS)
    assert list(chosen(["copies", "results"])) == ["copies", "results"]


def test_a_group_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        chosen(["copied"])
    assert "choose from 'results'" in capsys.readouterr().err


def test_what_a_load_has_seen() -> None:
    load = Load([Answer(100.0, 100.25), Answer(100.5, 101.25), Answer(101.25, 102.0)])
    assert (load.seconds, load.rate, load.p50, load.p99) == (2.0, 1.5, 750.0, 750.0)


def test_a_percentile_needs_no_order() -> None:
    assert [percentile([3, 1, 2, 4], percent) for percent in (0, 50, 99)] == [1, 3, 4]


def test_an_ack_is_beside_each_merge_that_it_overlaps() -> None:
    merges = [(10.0, 12.0), (20.0, 20.5)]
    answers = [
        Answer(9.0, 9.75),
        Answer(9.5, 10.5),
        Answer(11.0, 11.25),
        Answer(12.0, 20.0),
        Answer(19.0, 21.0),
    ]
    assert by_merges(answers, merges) == ([1000.0, 250.0, 2000.0], [750.0, 8000.0])


def test_files_that_the_system_does_not_allow_are_refused_plainly() -> None:
    with pytest.raises(OSError, match=r"^100,000,000,000 files have to be open: `ulimit -Hn` is "):
        allow_files(10**11)
