"""
Writes what `pggate doctor` prints, of a gateway started for it: ``python -m tests.reference.examine_tools``.

docs/clients.md is made of it, and tests/commands/test_doctor.py holds it true.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import tempfile
from pathlib import Path
from typing import Final

from pggate.commands import doctor
from pggate.config import Config
from pggate.doctor import scripts
from tests.fix_gateway import Gateway, end

RESULTS: Final = Path(__file__).with_name("tool_results.json")
AGAIN: Final = "python -m tests.reference.examine_tools"


def kept() -> dict[str, list[str]]:
    """By tool, the lines about statements that are answered otherwise than by PostgreSQL."""
    found: dict[str, list[str]] = json.loads(RESULTS.read_text())
    return found


def examined(data_dir: Path) -> dict[str, list[str]]:
    """
    The same, of a gateway that runs.
    """
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        doctor.run(Config(data_dir=data_dir), argparse.Namespace(tools=[]))
    found: dict[str, list[str]] = {tool: [] for tool in scripts.names()}
    for line in printed.getvalue().splitlines():
        if line.startswith(" "):
            tool, _, fault = line.strip().partition(" ")
            found[tool].append(fault)
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as directory:
        gateway = Gateway(Path(directory))
        try:
            gateway.start()
            RESULTS.write_text(json.dumps(examined(gateway.data_dir), indent=1) + "\n")
        finally:
            end(gateway)
