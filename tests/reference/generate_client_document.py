"""
Writes docs/clients.md's parts from the clients' table, the tests that run them, and what `pggate doctor` printed last:
``python -m tests.reference.generate_client_document``; to have that anew: ``python -m tests.reference.examine_tools``.

It takes nothing from PostgreSQL; a DSN is not looked at.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pggate.doctor import scripts
from tests.reference.clients import CLIENTS
from tests.reference.documents import DOCS, filled, table
from tests.reference.examine_tools import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reference.clients import Client

DOCUMENT: Final = DOCS / "clients.md"
TESTS: Final = Path(__file__).parents[1] / "clients"
SHOWN: Final = 160
"""Characters of a difference that are shown."""


def parts() -> dict[str, str]:
    """Every part of the document, by the name of its place."""
    head = ("client", "runs in our tests", "statements while browsing", "answered as by PostgreSQL 15")
    return {
        "overview": table(*head, rows=map(overview_row, CLIENTS)),
        "clients": "\n\n".join("".join(section(client)).strip() for client in CLIENTS) + "\n",
    }


def overview_row(client: Client) -> tuple[str, str, str, str]:
    steps = sum(len(scripts.steps(tool)) for tool in client.doctor)
    otherwise = sum(len(kept()[tool]) for tool in client.doctor)
    return client.name, "yes" if client.tests else "no", str(steps), str(steps - otherwise)


def section(client: Client) -> Iterator[str]:
    yield f"## {client.name}\n\n**Connect.** {client.connect}.\n\n"
    if client.tests:
        names = [name for file in client.tests for name in tested(TESTS / file)]
        yield f"**Works,** tested with the client itself: {', '.join(names)}.\n\n"
    for tool in client.doctor:
        owner = next(one for one in CLIENTS if tool in one.doctor)
        yield from (
            browsing(tool) if owner is client else [f"**Browses** as {owner.name} does, above, and:\n\n"]
        )
    if client.lacks:
        yield "**Does not work.**\n\n" + "".join(f"- {one}\n" for one in client.lacks)


def browsing(tool: str) -> Iterator[str]:
    """What the doctor found of a tool."""
    steps = scripts.steps(tool)
    titles = "; ".join(dict.fromkeys(one.title for one in steps))
    otherwise = kept()[tool]
    alike = len(steps) - len(otherwise)
    yield f"**Browses** (`pggate doctor {tool}`, {alike} of {len(steps)} as PostgreSQL 15): {titles}.\n\n"
    if otherwise:
        yield "Answered otherwise:\n\n" + "".join(f"- {shown(line)}\n" for line in otherwise) + "\n"


def shown(line: str) -> str:
    """A line of the doctor's, not too long, with nothing in it that Markdown takes for its own."""
    short = line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
    return "`" + short.replace("`", "'") + "`"


def tested(file: Path) -> Iterator[str]:
    """
    What the tests of a file are about, by their names and the cases they are made of.
    """
    module = ast.parse(file.read_text())
    functions = [node for node in module.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    names = [one.name.removeprefix("test_") for one in functions if one.name.startswith("test_")]
    cases = [
        case
        for node in module.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CASES"
        for case in re.findall(
            r"^\(?'(\w+)'", "\n".join(map(ast.unparse, elements(node.value))), re.MULTILINE
        )
    ]
    for name in dict.fromkeys(
        [*cases, *(name for name in names if name != "as_with_postgresql" or not cases)]
    ):
        yield SAID.get((file.name, name), name.replace("_", " "))


def elements(value: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(value, ast.List | ast.Tuple) else []


SAID: Final = {("test_jdbc_metadata.py", "as_with_postgresql"): "DatabaseMetaData, every method"}

if __name__ == "__main__":
    DOCUMENT.write_text(filled(DOCUMENT.read_text(), parts()))
