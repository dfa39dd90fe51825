"""
Tokens of a real registry, and the memory of their topics.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ingest.tokens import Tokens
from pggate.errors import InvalidAuthorizationSpecification, UndefinedTable
from tests.lake import tools

if TYPE_CHECKING:
    from pggate.lake.topics import Topic
    from tests.ingest.conftest import Site


def test_a_token_is_found_until_it_is_revoked(site: Site) -> None:
    token, secret = site.token(tools.create(site.lake, "found", "id bigint"))
    tokens = Tokens(site.registry, site.read_topic)
    assert tokens.token(secret) == token
    site.registry.revoke_token(token.id, dt.datetime.now(dt.UTC))
    with pytest.raises(InvalidAuthorizationSpecification, match=r"^unknown token$"):
        tokens.token(secret)


WRONG = ["", "x", "0" * 64, "0" * 63, "0" * 65, "0" * 64 + "\n", "G" * 64, "\ud800" * 64, "é" * 64, "٣" * 64]


@pytest.mark.parametrize("secret", WRONG)
def test_unknown_and_malformed(site: Site, secret: str) -> None:
    with pytest.raises(InvalidAuthorizationSpecification, match=r"^unknown token$"):
        Tokens(site.registry, site.read_topic).token(secret)


def test_a_token_in_capitals_is_another_token(site: Site) -> None:
    _, secret = site.token(tools.create(site.lake, "capitals", "id bigint"))
    with pytest.raises(InvalidAuthorizationSpecification):
        Tokens(site.registry, site.read_topic).token(secret.upper())


def test_a_topic_is_read_once_and_again_when_asked(site: Site) -> None:
    token, _ = site.token(tools.create(site.lake, "read_once", "id bigint"))
    reads = []

    def read_topic(lake: str, table_id: int) -> Topic:
        reads.append((lake, table_id))
        return site.read_topic(lake, table_id)

    async def scenario() -> None:
        tokens = Tokens(site.registry, read_topic)
        first = await tokens.topic(token)
        assert await tokens.topic(token) is first
        assert reads == [("pggate", token.table_id)]
        tools.run(site.lake, "alter table read_once add column more varchar")
        assert [column.name for column in (await tokens.topic(token)).columns] == ["id"]
        assert [column.name for column in (await tokens.reread(token)).columns] == ["id", "more"]
        assert [column.name for column in (await tokens.topic(token)).columns] == ["id", "more"]
        tools.run(site.lake, "drop table read_once")
        for _ in range(2):
            with pytest.raises(UndefinedTable):
                await tokens.reread(token)
            with pytest.raises(UndefinedTable):
                await tokens.topic(token)

    asyncio.run(scenario())


def test_a_topic_of_another_database_of_the_same_name(site: Site) -> None:
    """The database was dropped and made again after the token had been looked up."""
    token, _ = site.token(tools.create(site.lake, "of_another", "id bigint"))
    tokens = Tokens(site.registry, site.read_topic)

    async def scenario() -> None:
        assert await tokens.topic(token)
        with pytest.raises(UndefinedTable):
            await tokens.topic(replace(token, lake_oid=token.lake_oid + 1))

    asyncio.run(scenario())
