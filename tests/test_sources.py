from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.sources import ConfigError, Given, from_environment, from_file, from_flags, variable

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = ("listen", "data_dir", "lake.catalog", "lake.s3.secret_key", "log.level")

FILES: list[tuple[bytes, dict[str, object]]] = [
    (b"", {}),
    (b"# nothing\n---\n", {}),
    (b"listen: 127.0.0.1:5432\n", {"listen": "127.0.0.1:5432"}),
    (b"listen: off\n", {"listen": False}),
    (b"\xef\xbb\xbflisten: a:1\n", {"listen": "a:1"}),
    (b"lake:\n", {}),
    (b"lake: {s3: {secret_key: x}, catalog: y}", {"lake.s3.secret_key": "x", "lake.catalog": "y"}),
    (b"lake: {s3: null}\nlog: {level: }", {"log.level": None}),
]

# The file, and what its error says after the file's name.
BAD_FILES: list[tuple[bytes, str]] = [
    (b"listn: a:1", ": unknown key 'listn'"),
    (b"lake: {s3: {secret: hidden}}", ": unknown key 'lake.s3.secret'"),
    (b"lake.catalog.x: 1", ": unknown key 'lake.catalog.x'"),
    (b"1: 2", ": unknown key '1'"),
    (b"listen: a:1\n? [a]\n: 1", ":2: is not YAML: found unhashable key"),
    (b"lake: hidden", ": lake: must be keys and values"),
    (b"lake: {s3: [hidden]}", ": lake.s3: must be keys and values"),
    (b"hidden", ": the whole: must be keys and values"),
    (b"- listen: hidden", ": the whole: must be keys and values"),
    (b"listen: a:1\nlisten: b:1", ":2: is not YAML: a key stands here twice"),
    (b"lake: {catalog: a, catalog: hidden}", ":1: is not YAML: a key stands here twice"),
    (b"a: 1\nb: [hidden", ":2: is not YAML: expected"),
    (b"listen: *hidden", ":1: is not YAML: found undefined alias"),
    (b"listen: !hidden x", ":1: is not YAML: could not determine a constructor for the tag"),
    (b"a: 1\n---\na: 2", ":2: is not YAML: but found another document"),
    (b"listen: 2026-99-99", ": is not YAML"),
    (b"listen: \xff\xfe\xfd", ": is not YAML"),
    (b"listen: a\0b", ": is not YAML"),
]


@pytest.mark.parametrize(("content", "values"), FILES)
def test_file(tmp_path: Path, content: bytes, values: dict[str, object]) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(content)
    assert {key: given.value for key, given in from_file(file, KNOWN)} == values
    assert all(given.origin == f"{file}: {key}" for key, given in from_file(file, KNOWN))


@pytest.mark.parametrize(("content", "error"), BAD_FILES)
def test_bad_file(tmp_path: Path, content: bytes, error: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        dict(from_file(file, KNOWN))
    message = str(caught.value)
    assert message.startswith(f"{file}{error}")
    assert "hidden" not in message.removeprefix(str(file))
    assert "\n" not in message


def test_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none.yaml: cannot be read: No such file or directory$"):
        dict(from_file(tmp_path / "none.yaml", KNOWN))
    with pytest.raises(ConfigError, match=r"cannot be read: Is a directory$"):
        dict(from_file(tmp_path, KNOWN))


def test_variables_have_one_name_each() -> None:
    assert variable("lake.s3.secret_key") == "PGGATE_LAKE_S3_SECRET_KEY"


def test_environment() -> None:
    environ = {"PATH": "/bin", "PGHOST": "x", "PGGATE_LISTEN": "a:1", "PGGATE_LAKE_S3_SECRET_KEY": ""}
    assert dict(from_environment(environ, KNOWN)) == {
        "listen": Given("PGGATE_LISTEN", "a:1"),
        "lake.s3.secret_key": Given("PGGATE_LAKE_S3_SECRET_KEY", ""),
    }


@pytest.mark.parametrize(
    "name",
    [
        "PGGATE_SERVICE_HOST",
        "PGGATE_SERVICE_PORT",
        "PGGATE_SERVICE_PORT_HTTP",
        "PGGATE_PORT",
        "PGGATE_PORT_5432_TCP_ADDR",
    ],
)
def test_kubernetes_service_links_are_not_ours(name: str) -> None:
    assert dict(from_environment({name: "x"}, KNOWN)) == {}


@pytest.mark.parametrize("name", ["PGGATE_LISTN", "PGGATE_listen", "PGGATE_", "PGGATE_LAKE"])
def test_unknown_variable(name: str) -> None:
    with pytest.raises(ConfigError, match=f"^environment: unknown variable {name}$"):
        dict(from_environment({name: "hidden"}, KNOWN))


def test_flags() -> None:
    flags = {"data_dir": "d", "listen": None}
    assert dict(from_flags(flags, KNOWN)) == {"data_dir": Given("--data-dir", "d")}
    with pytest.raises(ConfigError, match=r"^unknown flag 'data-dir'$"):
        dict(from_flags({"data-dir": "d"}, KNOWN))


def test_a_value_is_not_in_the_repr() -> None:
    assert "hidden" not in repr(Given("PGGATE_LAKE_S3_SECRET_KEY", "hidden"))
