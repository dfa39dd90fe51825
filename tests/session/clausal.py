"""
Statements with RETURNING or ON CONFLICT, as a session understands them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from pggate.session.statement.analysed import Analysed
    from tests.session.conftest import Client


def analysed(client: Client, sql: str) -> Analysed:
    """The last statement of the text, as it was understood."""
    *_, statement = split(sql)
    found: Analysed = client.analyse(statement, describe=False)
    return found
