"""
What a statement about a cursor says, and where in the text the client is shown what is wrong with it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from pggate.errors import PgError
from pggate.session.analysis.cursor_statements import command_of, query_of
from pggate.translate.commands.cursors import Declare
from pggate.translate.texts.statements import Statement, split


def only(text: str) -> Statement:
    (statement,) = split(text)
    return statement


def test_a_declared_query_keeps_its_place_in_the_text() -> None:
    text = "begin; declare c cursor for select 1"
    statement = split(text)[1]
    declared = command_of(statement)
    assert isinstance(declared, Declare)
    query = query_of(statement, declared)
    assert query.text == "select 1"
    assert query.offset == text.index("select")


def test_what_is_wrong_is_placed_in_what_the_client_sent() -> None:
    statement = replace(only("fetch from from c"), offset=100)
    with pytest.raises(PgError) as error:
        command_of(statement)
    assert error.value.code == "42601"
    assert error.value.position is not None
    assert error.value.position > 100


def test_close_all_names_no_cursor() -> None:
    assert command_of(only("close all")) is None
    assert command_of(only('close "C"')) == "C"
