"""
From the token in a path to the topic that it may append to.

A token is 64 hexadecimal characters.  It is looked up by its SHA-256 in the registry's memory, so the time
that takes tells nothing about the tokens that exist.  Topics are remembered here, since reading one costs a
query of the lake's metadata; a memory that has become wrong shows itself in the append, whose caller then
asks for the topic anew (`reread`).  A database that was dropped and made again is another one: its table ids
are the same numbers.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Final

from pggate.errors import InvalidAuthorizationSpecification, UndefinedTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pggate.lake.entries import Token
    from pggate.lake.registry import Registry
    from pggate.lake.topics import Topic

SECRET: Final = re.compile(r"[0-9a-f]{64}")


class Tokens:
    """
    Args:
        registry: Which tokens there are.
        read_topic: (lake's name, table id) → the topic as it is now; blocks, called in a worker thread.
            Raises UndefinedTable 42P01 for a topic, InvalidCatalogName 3D000 for a lake, that was dropped.

    """

    def __init__(self, registry: Registry, read_topic: Callable[[str, int], Topic]) -> None:
        self._registry = registry
        self._read_topic = read_topic
        self._topics: dict[tuple[int, int], Topic] = {}  # by the lake's OID and the table's id

    def token(self, secret: str) -> Token:
        """
        The token that a client shows.

        Raises:
            InvalidAuthorizationSpecification: Malformed, unknown or revoked; which of them is not told.

        """
        token = self._registry.token(secret) if SECRET.fullmatch(secret) else None
        if token is None:
            raise InvalidAuthorizationSpecification("unknown token")
        return token

    async def topic(self, token: Token) -> Topic:
        """
        The token's topic, possibly as it was a while ago.

        Raises:
            UndefinedTable, InvalidCatalogName: It was dropped.

        """
        return self._topics.get((token.lake_oid, token.table_id)) or await self.reread(token)

    async def reread(self, token: Token) -> Topic:
        """
        The token's topic as it is now.  Raises as `topic`.
        """
        key = (token.lake_oid, token.table_id)
        self._topics.pop(key, None)
        topic = await asyncio.to_thread(self._read_topic, token.lake, token.table_id)
        if topic.lake_oid != token.lake_oid:
            raise UndefinedTable(f"topic {token.table_id} does not exist")
        self._topics[key] = topic
        return topic
