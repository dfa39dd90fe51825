from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import httpx
import psycopg
import pytest

from pggate.commands import token
from pggate.commands.client import ClientError
from pggate.config import Config

if TYPE_CHECKING:
    from tests.fix_gateway import Gateway

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def config(gateway: Gateway) -> Config:
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute("create table t (a int)")
        connection.execute("create table gone (a int)")
    return Config(data_dir=gateway.data_dir)


def listed(config: Config, capsys: pytest.CaptureFixture[str], *, revoked: bool = False) -> str:
    capsys.readouterr()
    assert token.show(config, argparse.Namespace(all=revoked)) == 0
    return capsys.readouterr().out


def revoke(config: Config, text: str) -> int:
    return token.revoke(config, argparse.Namespace(token=text))


def works(gateway: Gateway, secret: str) -> bool:
    """Does the door know it?  The body is no Arrow, so it is told so only to who is let in."""
    status = httpx.post(f"{gateway.http_url}/ingest/{secret}", content=b"x", trust_env=False).status_code
    return status not in (401, 403, 404)


def test_a_token_may_be_limited(gateway: Gateway, config: Config, capsys: pytest.CaptureFixture[str]) -> None:
    free, limited = token.new_token(config, "public.t"), token.new_token(config, "public.t")

    def limit(per_second: int) -> None:
        given = argparse.Namespace(token=limited[:8], what="requests", per_second=per_second)
        assert token.limit(config, given) == 0
        assert capsys.readouterr().out == "limited\n"

    def statuses(secret: str) -> set[int]:
        url = f"{gateway.http_url}/ingest/{secret}"
        return {httpx.post(url, content=b"x", trust_env=False).status_code for _ in range(5)}

    limit(1)
    assert statuses(free) == {415}
    assert statuses(limited) == {415, 429}
    limit(0)
    assert statuses(limited) == {415}


def test_a_token_lives_until_it_is_revoked(
    gateway: Gateway, config: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    assert token.create(config, argparse.Namespace(topic="public.t")) == 0
    (secret,) = capsys.readouterr().out.splitlines()
    assert works(gateway, secret)
    said = listed(config, capsys)
    assert f"{secret[:6]}…" in said
    assert secret not in said
    assert "pggate.public.t" in said
    assert revoke(config, secret) == 0
    assert capsys.readouterr().out == "revoked\n"
    assert secret[:6] not in listed(config, capsys), "those that work, unless one asks"
    assert secret[:6] in listed(config, capsys, revoked=True).splitlines()[-2], "after those that work"
    assert not works(gateway, secret)


def test_revoked_by_its_id_or_first_characters(gateway: Gateway, config: Config) -> None:
    one, other = token.new_token(config, "public.t"), token.new_token(config, "public.t")
    with psycopg.connect(gateway.dsn()) as connection:
        found = connection.execute("select token_id, prefix from pggate.tokens").fetchall()
    number = next(number for number, prefix in found if prefix and one.startswith(prefix))
    assert revoke(config, str(number)) == 0
    assert not works(gateway, one)
    assert works(gateway, other)
    assert revoke(config, f"{other[:6]}…") == 0
    assert not works(gateway, other)


LONG = "a_topic_whose_name_is_as_long_as_postgresql_lets_a_name_become"


def test_nothing_is_cut_where_no_terminal_is_as_wide(
    gateway: Gateway, config: Config, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute(f"create schema {LONG}")
        connection.execute(f"create table {LONG}.{LONG} (a int)")
    token.new_token(config, f"{LONG}.{LONG}")
    said = listed(config, capsys)
    assert f" pggate.{LONG}.{LONG} " in said
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich takes it for a terminal
    folded = listed(config, capsys)
    assert LONG not in folded
    assert folded.count("…") == said.count("…"), "of the tokens alone"


@pytest.mark.parametrize("wanted", ["nothing", "999999", ""])
def test_a_token_that_is_not_there(config: Config, wanted: str) -> None:
    with pytest.raises(ClientError, match=f"no token matches {wanted[:6]}: use its id"):
        revoke(config, wanted)


def test_a_topic_that_is_not_there(config: Config) -> None:
    with pytest.raises(ClientError, match=r"nowhere"):
        token.new_token(config, "public.nowhere")


def test_a_token_of_a_dropped_topic_is_listed(
    gateway: Gateway, config: Config, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = token.new_token(config, "public.gone")
    with psycopg.connect(gateway.dsn()) as connection:
        connection.execute("drop table gone")
    (line,) = [line for line in listed(config, capsys).splitlines() if secret[:6] in line]
    assert "(dropped)" in line
