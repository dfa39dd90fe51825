"""
The examples as their docstrings say, and the README from top to bottom, as their reader runs them.

Only the ports are others: the gateway that is started for it listens on free ones.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.clients import node

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway, NewGateway

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted(one.name for one in (ROOT / "examples").iterdir() if one.is_file())
SECONDS = 60.0

ANSWER = r'\{"rows": ?3, ?"snapshot": ?\d+, ?"batch_id": ?"[0-9a-f-]+\.\d+", ?"committed_at": ?"[^"]+", ?"segments": ?\[.*\]\}'
ROOF = "('roof', Decimal('31.5'), ['sun', 'no wind'])"
HOUR_BEFORE = "('roof', Decimal('30.8'), ['sun'])"

# What the commands of each docstring print: a pattern for each line.
PRINTED = {
    "flight_client.py": [
        "3000 rows are durable and visible",
        re.escape(str([{"sensor": f"s{number}", "highest": 999.0} for number in range(3)])),
    ],
    "post_arrow.mjs": [ANSWER],
    "post_arrow.py": [ANSWER, ANSWER],
    "post_json.sh": [ANSWER],
    "query_psycopg.py": [
        re.escape(f"{name}: [{ROOF}, {second}]")
        for second in (HOUR_BEFORE, ROOF)  # the second run finds what the first one left
        for name in ("text", "binary")
    ],
}

# The README's blocks that are not run here, and why.
NOT_RUN = {
    "make demo\n": "tests/commands/test_demo.py runs what it starts",
    "make test\n": "that is what runs this",
    '. .venv/bin/activate\npip install "psycopg[binary]"\n': "what it leads to is how this reader is equipped",
}


class Reader:
    """
    Somebody in a directory with examples/ and pggate-data in it, who has psql, python and pggate on the path.
    """

    def __init__(self, gateway: Gateway, directory: Path) -> None:
        self.directory = directory
        (directory / "pggate-data").symlink_to(gateway.data_dir)
        (directory / "examples").symlink_to(ROOT / "examples")
        for name in EXAMPLES:
            shutil.copy(ROOT / "examples" / name, directory)
        if (modules := node.modules()) is not None:
            (directory / "node_modules").symlink_to(modules)
        self._dsn = gateway.dsn()
        self._ports = {
            usual: str(gateway.addresses[name][1])
            for usual, name in (("5432", "pgwire"), ("8443", "https"), ("8080", "http"), ("50051", "flight"))
        }
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        self._environ = ours | {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "PGPORT": self._ports["5432"],  # where no port is written
            "PGGATE_HTTP": f"127.0.0.1:{self._ports['8080']}",
        }

    def shell(self, script: str, typed: str = "") -> str:
        """What the commands print, and what the last of them says to what is typed; none must fail or complain."""
        ours = re.sub(r"\b(5432|8443|8080|50051)\b", lambda usual: self._ports[usual[0]], script)
        return self._run(["bash", "-euc", ours], typed)

    def python(self, script: str) -> str:
        return self._run(["python", "-c", script])

    def sql(self, statement: str) -> object:
        """Runs a statement; its first value if it has any."""
        with psycopg.connect(self._dsn, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            row = cursor.fetchone() if cursor.description else None
            return row and row[0]

    def _run(self, command: list[str], typed: str = "") -> str:
        done = subprocess.run(
            command,
            cwd=self.directory,
            env=self._environ,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        assert (done.returncode, done.stderr) == (0, ""), f"{command[-1]}\n{done.stdout}"
        return done.stdout


@pytest.fixture
def reader(new_gateway: NewGateway, tmp_path: Path) -> Reader:
    return Reader(new_gateway(), tmp_path)


def told_by(example: str) -> str:
    """The text that an example begins with."""
    source = (ROOT / "examples" / example).read_text()
    if example.endswith(".py"):
        return ast.get_docstring(ast.parse(source)) or ""
    lines = takewhile(re.compile(r"#|/\*| \*").match, source.splitlines())
    return "\n".join(re.sub(r"^(#|/\*| \*/?) ?", "", line) for line in lines)


def usage(example: str) -> tuple[list[str], list[str]]:
    """What an example's own text tells to run: statements, which come first, and commands."""
    text = told_by(example)
    told = re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    return [one for one in told if one.endswith(";")], [one for one in told if not one.endswith(";")]


def blocks() -> list[tuple[str, str]]:
    """The README's blocks: language, text."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)


def test_every_example_is_run_and_shown() -> None:
    assert sorted(PRINTED) == EXAMPLES
    for name in EXAMPLES:
        assert f"examples/{name}" in (ROOT / "README.md").read_text()
        assert any(name in command for command in usage(name)[1])


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example(reader: Reader, example: str) -> None:
    if example.endswith(".mjs") and not node.has("@uwdata/flechette"):
        pytest.skip("there is no Flechette (npm: @uwdata/flechette)")
    statements, commands = usage(example)
    found = [reader.sql(statement) for statement in statements]
    token = str(found[-1]) if found else ""
    printed = reader.shell("\n".join(commands).replace("TOKEN", token)).splitlines()
    assert len(printed) == len(PRINTED[example])
    for line, pattern in zip(printed, PRINTED[example], strict=True):
        assert re.fullmatch(pattern, line)


def test_every_block_of_the_readme_can_be_run() -> None:
    assert NOT_RUN.keys() <= {text for _, text in blocks()}
    for (_, before), (language, text) in pairwise([("", ""), *blocks()]):
        assert language in ("sh", "python", "sql"), text
        assert language != "sql" or "psql" in before, "SQL is for the psql above it"


@pytest.mark.skipif(
    shutil.which("psql") is None, reason="psql, the client program of PostgreSQL, is not installed"
)
def test_the_readme_from_top_to_bottom(reader: Reader) -> None:
    delays = "('UA', 12.5), ('UA', null), ('B6', 1.25), ('UA', -2), ('EV', 7), ('B6', 2)"
    reader.sql(f"create table flights as from (values {delays}) as f (carrier, dep_delay)")

    printed = []
    for (language, text), (following, typed) in pairwise([*blocks(), ("", "")]):
        if language == "python":
            printed.append(reader.python(text))
        elif language == "sh" and text not in NOT_RUN:
            printed.append(reader.shell(text, typed if following == "sql" else ""))
    flights, ann, copied, ingested, followed, posted, flown, joined = printed

    assert [line.replace(" ", "") for line in flights.splitlines()[2:5]] == [
        "UA|3|5.25",
        "B6|2|1.63",
        "EV|1|7.00",
    ]
    assert ann == "[('Ann', 42, ['a', 'b'])]\n"
    assert copied == "COPY 2\n"
    assert re.match(r"members\.csv .* 2/2 ", ingested)
    assert reader.sql("select max(since)::text from members") == "2024-05-01"
    assert followed.replace(" ", "").splitlines()[-3:-1] == ["UA|4|2000.00", "(1row)"]
    answer, *tokens = posted.splitlines()
    assert re.fullmatch(ANSWER, answer)
    assert sum("pggate.public.people" in line for line in tokens) == 1
    assert flown.startswith("3000 rows")
    assert reader.sql("select count(*) from people") == 6
    assert joined.replace(" ", "").splitlines()[-3:-1] == ["Ann|42|12.50", "(1row)"]
