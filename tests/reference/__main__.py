"""
Writes every file that is generated from PostgreSQL 15, from a server started for it: `make reference`.

A generator is a module generate_*.py of this package that takes a DSN as its only argument.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.fix_postgres import temporary_server

with temporary_server({}) as server:
    for generator in sorted(Path(__file__).parent.glob("generate_*.py")):
        print(generator.stem)
        subprocess.run([sys.executable, "-m", f"tests.reference.{generator.stem}", server.dsn()], check=True)
