"""
The last run on disk, and the README's table of it.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.measuring import Measured

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent.parent
LAST: Final = ROOT / "bench" / "results" / "last.json"
README: Final = ROOT / "README.md"
BEGIN, END = "<!-- bench: begin -->\n", "<!-- bench: end -->\n"


def machine() -> dict[str, Any]:
    """What a figure depends on."""
    postgres = subprocess.run(["psql", "--version"], capture_output=True, text=True, check=False).stdout
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "postgresql": postgres.split()[2] if postgres else "",
        **{name: importlib.metadata.version(name) for name in ("pggate", "duckdb", "pyarrow", "buenavista")},
    }


def keep(group: str, measured: Sequence[Measured]) -> None:
    """Put one group's figures in place of its last ones."""
    last = json.loads(LAST.read_text()) if LAST.exists() else {"groups": {}}
    last["machine"] = machine()
    last["groups"][group] = [asdict(one) for one in measured]
    LAST.parent.mkdir(exist_ok=True)
    LAST.write_text(json.dumps(last, indent=1) + "\n")


def table() -> str:
    """The last run as a table for people."""
    last = json.loads(LAST.read_text())
    rows = [Measured(**one) for group in last["groups"].values() for one in group]
    told = last["machine"]
    lines = [
        "| | pggate | peer | ratio | goal |",
        "|---|---|---|---|---|",
        *(
            f"| {row.name} | {row.pggate:,.5g} {row.unit} | {row.versus} {row.peer:,.5g} {row.unit} "
            f"| {row.ratio:.2f} | {row.goal:.3g} |"
            for row in rows
        ),
        "",
        (
            f"{told['cores']} cores, DuckDB {told['duckdb']}, PostgreSQL {told['postgresql']}, "
            f"Python {told['python']}; "
            "medians of interleaved runs, `make bench`."
        ),
        "buenavista's SELECT is of a tenth of the rows, times ten; what has a limit for a peer ran alone.",
    ]
    return "\n".join(lines) + "\n"


def update_readme() -> None:
    """Put the table where the README has a place for it."""
    text = README.read_text()
    if BEGIN in text:
        before, _, rest = text.partition(BEGIN)
        README.write_text(before + BEGIN + table() + END + rest.partition(END)[2])
