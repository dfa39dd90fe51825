from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from pggate import __version__
from pggate.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("PG"):
            monkeypatch.delenv(name)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(["serve", "--print-config", *arguments]) == 0
    shown: dict[str, object] = yaml.safe_load(capsys.readouterr().out)
    return shown


def test_flags_go_before_environment_and_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("data_dir: from-file\nauth: trust\nlisten: 127.0.0.1:1\nhttp: 127.0.0.1:1\n")
    monkeypatch.setenv("PGGATE_LISTEN", "127.0.0.1:2")
    monkeypatch.setenv("PGGATE_HTTP", "127.0.0.1:2")
    shown = printed(capsys, "--config", str(file), "--http", "127.0.0.1:3", "--https", "off")
    assert shown.items() >= {
        ("data_dir", "from-file"),
        ("auth", "trust"),
        ("listen", "127.0.0.1:2"),
        ("http", "127.0.0.1:3"),
    }
    assert shown["https"] in (None, "off", False)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["serve", "--listen", "nowhere"], "--listen"),
        (["serve", "--auth", "none"], "--auth"),
        (["serve", "--auth", "trust", "--listen", "0.0.0.0:5432"], "auth: trust is refused"),
        (["serve", "--config", "missing.yaml"], "missing.yaml"),
        (["token", "list", "--data-dir", "missing", "--listen", "off"], "no server holds missing"),
        (["ingest", "x.parquet", "--topic", "t", "--http", "off", "--https", "off"], "listeners are off"),
        (["ingest", "x.parquet", "--topic", "t"], "x.parquet"),
    ],
)
def test_what_cannot_be_tried_is_one_line(
    arguments: list[str],
    line: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("pggate: ")
    assert line in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["token"],
        ["token", "create"],
        ["token", "revoke"],
        ["ingest", "--topic", "t"],
        ["ingest", "file"],
        ["serve", "--nonsense"],
    ],
)
def test_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: pggate")


@pytest.mark.parametrize(
    "command", [["serve"], ["demo"], ["check"], ["ingest"], ["token", "create"], ["token", "list"]]
)
def test_every_command_explains_itself(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for flag in ("--config FILE", "--data-dir DIR", "--listen HOST:PORT", "--auth scram|trust"):
        assert flag in said


@pytest.mark.server
def test_an_error_of_the_gateways_is_one_line_too(tmp_path: Path) -> None:
    environ = os.environ | {"PGGATE_LAKE_CATALOG": "postgresql://nobody@127.0.0.1:1/nothing"}
    serve = [sys.executable, "-m", "pggate", "serve", "--data-dir", str(tmp_path)]
    done = subprocess.run(serve, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("pggate: ")
    assert "Traceback" not in done.stderr


def test_check_says_no_by_its_exit_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["check", "--data-dir", str(tmp_path / "file")]) == 1
    assert "FAIL" in capsys.readouterr().out


@pytest.mark.server
def test_it_runs_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pggate", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"pggate {__version__}\n"
