"""
set_config() and current_setting(), also in one statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.session.conftest import Client


def test_set_config(session: Client) -> None:
    assert session.value("select set_config('application_name', 'a', false)") == "a"
    assert session.value("show application_name") == "a"
    session.run("begin")
    assert session.value("select set_config('application_name', 'b', true)") == "b"
    assert session.value("show application_name") == "b"
    session.run("commit")
    assert session.value("show application_name") == "a"
    assert session.value("select set_config('my.own', 'x', false)") == "x"
    assert session.value("select current_setting('my.own')") == "x"
    both = "select set_config('my.own', 'y', false), current_setting('my.own'), current_setting('my.other', true)"
    assert session.rows(both) == [("y", "y", None)]
    assert session.code("select current_setting('my.other'), set_config('my.own', 'z', false)") == "42704"


def test_nothing_is_the_default(session: Client) -> None:
    session.run("set work_mem = '1MB'")
    assert session.value("select set_config('work_mem', null, false)") == "4MB"
    assert session.value("select set_config('my.new', null, null)") == ""
    assert session.code("select set_config('nope', null, false)") == "42704"
    assert session.code("select set_config(null, 'x', false)") == "22004"


def test_the_last_row_stays(session: Client) -> None:
    each = "select set_config('my.own', g::text, false) from generate_series(1, 3) g"
    assert session.rows(each) == [("1",), ("2",), ("3",)]
    assert session.value("show my.own") == "3"


@pytest.mark.parametrize(("name", "code"), [("nope", "42704"), ("server_version", "55P02")])
def test_settings_that_cannot_be_changed(session: Client, name: str, code: str) -> None:
    assert session.code(f"select set_config('{name}', 'x', false)") == code
