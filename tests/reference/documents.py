"""
Tables of the documents that are made of the program's own: where they stand, and how they are written.

A generated part stands between two comments, `<!-- generated: NAME -->` and `<!-- end -->`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

DOCS = Path(__file__).parents[2] / "docs"
PART = re.compile(r"(<!-- generated: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(*columns: str, rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [columns, ["---"] * len(columns), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def filled(text: str, parts: Mapping[str, str]) -> str:
    """
    The document with its generated parts as they should be.

    Raises:
        KeyError: It has a part that is not known.
        ValueError: It lacks one.

    """
    found = {name for _, name, _ in PART.findall(text)}
    if lacking := parts.keys() - found:
        raise ValueError(f"the document has no place for {', '.join(sorted(lacking))}")
    return PART.sub(lambda part: f"{part[1]}\n{parts[part[2]]}\n{part[3]}", text)


def code(word: str) -> str:
    """A word as it is typed."""
    return f"`{word}`"


def listed(words: Iterable[str]) -> str:
    """Words as they are typed, with commas."""
    return ", ".join(map(code, words))
