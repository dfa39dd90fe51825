"""
CREATE INDEX, which is taken and leaves nothing behind: what PostgreSQL would refuse is refused all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.errors import FeatureNotSupported, PgError, WrongObjectType
from pggate.session.places import find
from pggate.translate.commands.indexes import create_index
from pggate.translate.texts.statements import split

if TYPE_CHECKING:
    from pggate.session.analysis import Analyst
    from pggate.session.gateway import Gateway
    from pggate.translate.texts.statements import Statement


def check_index(gateway: Gateway, analyst: Analyst, statement: Statement) -> None:
    """
    Raises:
        FeatureNotSupported: UNIQUE, which nothing would enforce.
        WrongObjectType: It is on a view.
        PgError: The relation or a column is not there, or not for this role.

    """
    index = create_index(statement.text)
    if index.unique:
        raise FeatureNotSupported(
            "UNIQUE indexes are not supported", hint="Leave UNIQUE out: rows are not kept from being alike."
        )
    (query,) = split(index.query)
    try:
        bound = analyst.analyse(query, describe=False).bound
    except PgError as error:
        error.position = None  # as PostgreSQL, which looks the names up without a text
        raise
    for relation in bound.relations if bound is not None else ():
        found = find(gateway, relation)
        if found is not None and found.definition is not None:
            raise WrongObjectType(f'cannot create index on relation "{found.name}"')
