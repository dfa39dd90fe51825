"""
What `make bench` runs.
"""

from __future__ import annotations

import pytest

from bench.__main__ import GROUPS, chosen


def test_every_group_runs_where_none_is_named() -> None:
    assert list(chosen([])) == list(GROUPS)
    assert list(chosen(["copies", "results"])) == ["copies", "results"]


def test_a_group_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        chosen(["copied"])
    assert "choose from 'results'" in capsys.readouterr().err
