from __future__ import annotations

import itertools
import re
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from pggate.config import S3, Address, Config, ConfigError, Lake, keys, load, render
from pggate.sources import variable

FILE = Path(__file__).parents[1] / "config.yaml"


def leaves(tree: dict[str, Any], prefix: str = "") -> list[str]:
    return [
        name
        for key, value in tree.items()
        for name in (leaves(value, f"{prefix}{key}.") if isinstance(value, dict) else [prefix + key])
    ]


def test_the_file_has_every_key_with_its_default() -> None:
    assert leaves(yaml.safe_load(FILE.read_text())) == list(keys())
    assert load(FILE, {}, {}) == Config()


# What users rely on without writing it; were it to change in code and file alike, this would tell.
DEFAULTS = """
    data_dir: ./pggate-data
    listen: 127.0.0.1:5432
    https: 127.0.0.1:8443
    http: 127.0.0.1:8080
    metrics: 127.0.0.1:8081
    auth: scram
    shutdown_grace_seconds: 10
    lake:
      storage: null  # in the data directory
      catalog: null
      s3:
        url_style: vhost
    limits:
      max_connections: 100
      ingest_body_bytes: 16777216
    log:
      format: key=value
      level: info
      slow_query_ms: 1000
"""


def test_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(DEFAULTS)
    assert load(file, {}, {}) == Config()


def test_the_file_writes_values_as_render_does() -> None:
    assert yaml.safe_load(render(Config())) == yaml.safe_load(FILE.read_text())


def test_every_key_is_explained() -> None:
    lines = FILE.read_text().splitlines()
    for before, line in itertools.pairwise(lines):
        if re.match(r" *\w+: .", line):
            assert before.lstrip().startswith("#"), line


def test_no_file_is_the_defaults() -> None:
    assert load(None, {"PATH": "x"}, {"listen": None}) == Config()


def test_variables_are_unambiguous() -> None:
    assert len({variable(key) for key in keys()}) == len(list(keys()))


def test_a_later_source_wins_key_by_key(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("listen: file:1\nhttp: file:2\nhttps: file:3\nmetrics: off\nlake: {s3: {region: file}}")
    config = load(
        file,
        {"PGGATE_HTTP": "env:2", "PGGATE_HTTPS": "env:3", "PGGATE_LAKE_S3_ENDPOINT": "http://env"},
        {"https": "flag:3", "auth": None},
    )
    assert config == replace(
        Config(),
        listen=Address("file", 1),
        http=Address("env", 2),
        https=Address("flag", 3),
        metrics=None,
        lake=Lake(s3=S3(region="file", endpoint="http://env")),
    )


def test_an_empty_variable_unsets(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("lake: {storage: s3://bucket}")
    assert load(file, {}, {}).lake.storage == "s3://bucket"
    assert load(file, {"PGGATE_LAKE_STORAGE": ""}, {}).lake.storage is None


# A variable -> text, and what the error says it must be.
WRONG = [
    ("PGGATE_LISTEN", "5432", "HOST:PORT or off"),
    ("PGGATE_AUTH", "md5", "scram or trust"),
    ("PGGATE_AUTH", "", "scram or trust"),
    ("PGGATE_SHUTDOWN_GRACE_SECONDS", "-1", "a whole number of at least 0"),
    ("PGGATE_LAKE_STORAGE", "/data", "s3://BUCKET/PREFIX"),
    ("PGGATE_LAKE_STORAGE", "s3:///prefix", "s3://BUCKET/PREFIX"),
    ("PGGATE_LAKE_CATALOG", "mysql://u:hidden@h/d", "postgres://USER@HOST:PORT/DATABASE"),
    ("PGGATE_LAKE_S3_ENDPOINT", "127.0.0.1:9000", "http[s]://HOST[:PORT]"),
    ("PGGATE_LAKE_S3_ENDPOINT", "http://u:hidden@h", "http[s]://HOST[:PORT]"),
    ("PGGATE_LAKE_S3_URL_STYLE", "virtual", "vhost or path"),
    ("PGGATE_ENGINE_MEMORY_LIMIT", "80%", "a number of bytes from 1 to 9223372036854775807, such as 64 MiB"),
    ("PGGATE_ENGINE_THREADS", "0", "a whole number from 1 to 1024"),
    ("PGGATE_ENGINE_THREADS", "100000", "a whole number from 1 to 1024"),
    ("PGGATE_LIMITS_MESSAGE_BYTES", "1 GiB", "a number of bytes from 1 to 1073741823, such as 64 MiB"),
    ("PGGATE_LOG_FORMAT", "xml", "key=value or json"),
    ("PGGATE_LOG_LEVEL", "INFO", "debug or info or warning or error"),
]


@pytest.mark.parametrize(("name", "value", "wanted"), WRONG)
def test_wrong_values(tmp_path: Path, name: str, value: str, wanted: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(None, {name: value}, {})
    assert str(caught.value) == f"{name}: must be {wanted}"


def test_an_error_names_file_flag_and_key(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("lake: {s3: {secret_key: 123}}")
    with pytest.raises(ConfigError) as caught:
        load(file, {}, {})
    assert str(caught.value).startswith(f"{file}: lake.s3.secret_key: must be text")
    assert "123" not in str(caught.value).removeprefix(str(file))
    with pytest.raises(ConfigError, match=r"^--data-dir: must be text"):
        load(None, {}, {"data_dir": ""})


@pytest.mark.parametrize("listen", ["127.0.0.1:5432", "[::1]:5432", "localhost:5432", "off"])
def test_trust_on_this_machine_only(listen: str) -> None:
    assert load(None, {}, {"auth": "trust", "listen": listen}).auth == "trust"


@pytest.mark.parametrize("listen", ["0.0.0.0:5432", "[::]:5432", "10.1.1.1:5432", "db.example.org:5432"])
def test_trust_is_refused_where_others_reach_it(listen: str) -> None:
    for name in ("listen", "flight", "flight_sql"):
        refused = re.escape(f"auth: trust is refused while {name} is {listen}")
        with pytest.raises(ConfigError, match=refused):
            load(None, {}, {"auth": "trust", "listen": "off", name: listen})
    assert load(None, {}, {"auth": "scram", "listen": listen}).auth == "scram"


@pytest.mark.parametrize("name", ["SERVER_IP_ADDRESS", "PGGATE_ADVERTISE_ADDRESS"])
def test_the_advertised_address_has_two_variables(name: str) -> None:
    assert load(None, {name: "10.1.2.3"}, {}).advertise_address == "10.1.2.3"


@pytest.mark.parametrize(
    "name",
    ["PGGATE_TLS_CERTIFICATE", "PGGATE_TLS_KEY", "PGGATE_LAKE_S3_ACCESS_KEY", "PGGATE_LAKE_S3_SECRET_KEY"],
)
def test_what_belongs_together(name: str) -> None:
    with pytest.raises(ConfigError, match=r"belong together: give both or neither$"):
        load(None, {name: "x"}, {})


SECRETS = {
    "PGGATE_LAKE_CATALOG": "postgres://user:hidden@host:1/db?sslpassword=hidden",
    "PGGATE_LAKE_S3_ACCESS_KEY": "hidden",
    "PGGATE_LAKE_S3_SECRET_KEY": "hidden",
    "PGGATE_LAKE_S3_SESSION_TOKEN": "hidden",
}


def test_secrets_are_read_and_never_shown() -> None:
    config = load(None, SECRETS, {})
    assert (config.lake.catalog, config.lake.s3.secret_key) == (SECRETS["PGGATE_LAKE_CATALOG"], "hidden")
    assert "hidden" not in repr(config)
    assert "hidden" not in render(config)
    assert "postgres://user:********@host:1/db" in render(config)


def test_what_is_rendered_can_be_loaded(tmp_path: Path) -> None:
    flags = {"listen": "off", "http": "[::1]:0", "data_dir": "/d ä", "metrics": "h:1"}
    environ = {
        "PGGATE_ENGINE_MEMORY_LIMIT": "3 GB",
        "PGGATE_LOG_SLOW_QUERY_MS": "",
        "PGGATE_LIMITS_MESSAGE_BYTES": "7",
    }
    config = load(None, environ, flags)
    file = tmp_path / "c.yaml"
    file.write_text(render(config))
    assert load(file, {}, {}) == config


def test_a_configuration_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Config().auth = "trust"  # type: ignore[misc]
