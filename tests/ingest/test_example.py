"""
examples/post_arrow.py as its reader runs it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ingest.server import TlsFiles
    from tests.ingest.conftest import OpenDoor, Site

pytestmark = pytest.mark.server

EXAMPLE = Path(__file__).parents[2] / "examples" / "post_arrow.py"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXAMPLE), *arguments], capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("is_tls", [False, True])
def test_three_people(site: Site, open_door: OpenDoor, tls_files: TlsFiles, is_tls: bool) -> None:
    name, token = site.topic("name varchar, age int, tags varchar[]")
    url = open_door(tls=tls_files if is_tls else None).listener.url
    done = run(url, token, *(["--ca", str(tls_files.certificate)] if is_tls else []))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["rows"] == 3
    assert site.rows(f"from {name}") == [
        ("Ada", 36, ["math"]),
        ("Grace", 85, ["navy", "cobol"]),
        ("Edsger", None, []),
    ]


def test_a_refusal_is_shown(open_door: OpenDoor) -> None:
    done = run(open_door().listener.url, "0" * 64)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == '401 {"error":"unknown token"}\n'
