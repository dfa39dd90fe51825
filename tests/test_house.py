"""
The documents and the house rules are true of the tree as it stands.
"""

from __future__ import annotations

import inspect
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from bench import report as bench
from pggate.config import keys
from pggate.metrics import Metrics
from pggate.types import rows

ROOT = Path(__file__).parents[1]

# Modules without a test file of their own, and why.
WITHOUT_TESTS = {
    "pggate/__main__.py": "one call of the command line",
    "pggate/app.py": "runs the parts and decides nothing; every test with a gateway runs it",
    "ingest/parquet_process.py": "another process: tests/ingest/test_parquet.py runs it, and sees what it answers",
    "ingest/uploading.py": "what a post in chunks or a Parquet file becomes: tests/ingest/test_http.py posts them",
    "pggate/doors.py": "starts and stops the listeners; every test with a gateway runs it",
    "pggate/server/conversation.py": "names what a driver asks of whoever answers",
    "pggate/types/framings.py": "values alone; the encoders of rows are tested with every one of them",
    "pggate/session/parts.py": "puts the parts of a session together; every session's test runs it",
    "pggate/session/live/gateway.py": "names the parts that sessions share and does nothing with them",
}

# What only one machine or one network knows.  Written in pieces, or this file would be the first to be found.
PRIVATE = re.compile(
    "|".join(
        [
            "/ho" + "me/",
            "/Us" + "ers/",
            "/ro" + "ot/",
            "/wo" + "rk/",
            "/tmp/de" + "sign",
            "python" + "hosted",
            r"pypi" + r"\.org",
        ]
    )
)


def tracked() -> list[Path]:
    """The files of the repository: what is committed, or would be by `git add .`."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def documents() -> list[Path]:
    return [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("tests/*.md"),
        *ROOT.glob("examples/*.md"),
    ]


def project() -> dict[str, dict[str, object]]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def dependencies() -> list[str]:
    """The names of what pggate needs at run time."""
    listed = project()["project"]["dependencies"]
    assert isinstance(listed, list)
    return [re.split(r"[\[<>=~! ]", one)[0] for one in listed]


def sources() -> list[Path]:
    return [*ROOT.glob("pggate/**/*.py"), *ROOT.glob("ingest/**/*.py")]


def code() -> str:
    """All of the gateway but the modules that declare what is configured and counted."""
    declared = {"config.py", "keys.py", "sources.py", "metrics.py"}
    return "\n".join(one.read_text() for one in sources() if one.name not in declared)


def modules() -> list[str]:
    return sorted(one.relative_to(ROOT).as_posix() for one in sources() if one.name != "__init__.py")


def test_every_target_that_is_mentioned_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in [*documents(), ROOT / ".ci/run", *ROOT.glob("*.yaml"), *ROOT.glob(".*.yaml")]:
        for words in re.findall(r"(?:^|`)make((?: [a-z]+)+)", document.read_text(), re.MULTILINE):
            assert set(words.split()) <= targets, f"{document.name}: make{words}"


def test_make_alone_prints_every_target() -> None:
    text = (ROOT / "Makefile").read_text()
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    explained = re.findall(r"^([a-z]+):.*## ", text, re.MULTILINE)
    assert set(phony.split()) == {"help", *explained}


def test_the_readme_has_the_last_run_of_the_bench() -> None:
    assert bench.BEGIN + bench.table() + bench.END in (ROOT / "README.md").read_text(), "python -m bench"


def test_every_link_leads_somewhere() -> None:
    for document in documents():
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_dependency_has_one_line() -> None:
    rows = re.findall(r"^\| ([\w-]+) \|", (ROOT / "docs/dependencies.md").read_text(), re.MULTILINE)
    assert sorted(rows) == sorted(["package", *dependencies()])


def test_every_dependency_is_used() -> None:
    text = "\n".join(one.read_text() for one in sources())
    # An extension is loaded by its own name; PyYAML is imported by another one.
    words = {name: name.removeprefix("duckdb-extension-").replace("-", "_") for name in dependencies()}
    words["PyYAML"] = "yaml"
    assert [name for name, word in words.items() if not re.search(rf"\b{word}\b", text)] == []


def test_every_package_ships() -> None:
    packages = project()["tool"]["setuptools"]["packages"]  # type: ignore[index]
    folders = [one.parent for top in ("pggate", "ingest") for one in ROOT.glob(f"{top}/**/__init__.py")]
    names = [folder.relative_to(ROOT).as_posix().replace("/", ".") for folder in folders]
    assert sorted(packages) == sorted([*names, "pggate.sql"])


def test_every_module_has_its_tests() -> None:
    without = {module for module in modules() if not (ROOT / mirrored(module)).exists()}
    assert without == WITHOUT_TESTS.keys()


def mirrored(module: str) -> PurePosixPath:
    path = PurePosixPath(module)
    folder = path.parent.relative_to("pggate") if path.parts[0] == "pggate" else path.parent
    return "tests" / folder / f"test_{path.name}"


def test_every_key_is_read() -> None:
    text = code()
    assert [key for key in keys() if not re.search(rf"\.{key.rpartition('.')[2]}\b", text)] == []


def test_every_metric_is_counted() -> None:
    text = code()
    parts = [one for one in vars(Metrics("0")).values() if type(one).__module__ == "pggate.metrics"]
    calls = [
        name for part in parts for name, _ in inspect.getmembers(part, inspect.ismethod) if name[0] != "_"
    ]
    assert [name for name in calls if f".{name}(" not in text] == []


def test_nothing_is_of_one_machine() -> None:
    for file in tracked():
        found = PRIVATE.search(file.read_bytes().decode(errors="replace"))
        assert not found, f"{file.relative_to(ROOT)}: {found and found[0]}"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A copy: setuptools builds in the tree, and would ship what lies in an old build/."""
    source = tmp_path / "source"
    for file in tracked():
        copy = source / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return source


def installed(source: Path, environ: dict[str, str]) -> tuple[set[str], Path]:
    """What a wheel built of a tree holds, and where it lies unpacked."""
    to = source.parent
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(to), str(source)]
    subprocess.run(build, check=True, cwd=to, env=os.environ | environ)
    (wheel,) = to.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(to / "installed")
        return set(archive.namelist()), to / "installed"


def told(script: str, folder: Path) -> str:
    """What a script prints that finds its modules in a folder."""
    environ = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, cwd=folder.parent, env=environ, capture_output=True, text=True, check=True
    ).stdout


def kernels(names: set[str]) -> list[str]:
    return [name for name in names if re.fullmatch(r"pggate/types/_kernel\..*(so|pyd)", name)]


@pytest.mark.server
@pytest.mark.slow
def test_the_wheel_holds_what_runs(source: Path) -> None:
    names, folder = installed(source, {})
    assert {f"pggate/sql/{one.name}" for one in ROOT.glob("sql/*.sql")} <= names
    assert {module for module in modules() if (ROOT / module) in tracked()} <= names
    assert "pggate/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "bench/", "examples/")) for name in names)

    # And Python finds sql/ in it, though it lies beside pggate/ in the repository.
    script = "import importlib.resources as r; print(*(p.name for p in r.files('pggate.sql').iterdir()))"
    assert {one.name for one in ROOT.glob("sql/*.sql")} <= set(told(script, folder).split())

    # The kernel is in it where there is a compiler, and is the one that is imported.
    assert len(kernels(names)) == rows.IS_COMPILED
    script = "from pggate.types import _kernel; print(_kernel.__file__, callable(_kernel.encode))"
    for name in kernels(names):
        assert told(script, folder).split() == [str(folder / name), "True"]


@pytest.mark.server
@pytest.mark.slow
def test_it_installs_where_no_compiler_works(source: Path) -> None:
    names, folder = installed(source, {"CC": "/bin/false", "CXX": "/bin/false"})
    assert kernels(names) == []
    script = """
import pyarrow as pa
from pggate.types import rows
from pggate.types.columns import column_encoding
batch = pa.record_batch([pa.array([1, None])], ["a"])
print(rows.__file__, rows.IS_COMPILED, rows.encode(batch, [column_encoding("BIGINT")]).data.hex())
"""
    one, null = "440000000b000100000001" + "31", "440000000a0001ffffffff"
    assert told(script, folder).split() == [str(folder / "pggate/types/rows.py"), "False", one + null]
