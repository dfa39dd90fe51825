"""
A view's query as a client sees it (pg_get_viewdef), without what only the engine needs:

    "lake:sales".public.t                                      sales.public.t, in sales itself public.t
    CAST('ok' AS "ENUM"('sad', 'ok', '~enum:…:mood'))          CAST('ok' AS mood)
    (SELECT * REPLACE (CAST(x AS mood) AS x) FROM t) AS t      t
    (j ~>> 'a')                                                (j ->> 'a')
    "~pg"."~mirror".date_of_text(x)                            CAST(x AS date)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from pggate.translate.json.json_operators import OPERATORS
from pggate.translate.results import shown_casts
from pggate.translate.syntax import lexer
from pggate.translate.syntax.edits import Edit, rewrite
from pggate.translate.syntax.lexer import Kind
from pggate.translate.syntax.quoting import quote
from pggate.types.enums import MARK

if TYPE_CHECKING:
    from pggate.catalog.model import Relation

_NAME: Final = r'(?:"(?:[^"]|"")*"|\w+)'
_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*")
_PLACE: Final = rf"{_NAME}(?:\.{_NAME})*"
_CAST: Final = rf"CAST\({_NAME} AS {_NAME}\)"
_READ: Final = rf'(?:{_CAST}|list_transform\({_NAME}, \("~x" -> {_CAST}\)\)) AS {_NAME}'

_ALIAS: Final = re.compile(r'"lake:((?:[^"]|"")*)"\.')
"""A database's name inside the engine."""
_ENUM: Final = re.compile(rf"\"ENUM\"\((?:'(?:[^']|'')*', )*'{MARK}\d+:\d+:((?:[^']|'')*)'\)")
_READING: Final = re.compile(rf"\(SELECT \* REPLACE \({_READ}(?:, {_READ})*\) FROM ({_PLACE})\) AS ({_NAME})")


_POSTGRESQLS: Final = {ours: postgresqls for postgresqls, ours in OPERATORS.items()}


def shown_definition(relation: Relation) -> str | None:
    """
    The query of a view; None for what is none.
    """
    if relation.live is not None:
        return relation.live.query
    if relation.definition is None:
        return None
    text = _ALIAS.sub(
        lambda found: "" if found[1] == relation.database else f'"{found[1]}".', relation.definition
    )
    if MARK in text:
        text = _ENUM.sub(lambda found: _type(found[1].replace("''", "'")), text)
        text = _READING.sub(_relation, text)
    if shown_casts.MARK in text:
        text = shown_casts.with_casts(text)
    return _with_postgresqls_operators(text) if "~" in text else text


def bindable_definition(definition: str) -> str:
    """
    A view's query over relations as the binder has them, so that its plan tells what it reads; its enumerated
    types are texts there.
    """
    return _READING.sub(_relation, _ENUM.sub("VARCHAR", definition)) if MARK in definition else definition


def _with_postgresqls_operators(text: str) -> str:
    return rewrite(
        text,
        [
            Edit(token.start, token.stop, _POSTGRESQLS[token.text])
            for token in lexer.tokens(text)
            if token.kind is Kind.OPERATOR and token.text in _POSTGRESQLS
        ],
    ).text


def _type(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else quote(name)


def _relation(found: re.Match[str]) -> str:
    place, alias = found[1], found[2]
    return place if place.endswith(f".{alias}") or place == alias else f"{place} AS {alias}"
