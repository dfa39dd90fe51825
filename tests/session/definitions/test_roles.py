"""
Roles and their passwords.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pggate.datadir import PASSWORD
from pggate.wire.scram_verifier import Verifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.session.conftest import Client, Connect

pytestmark = pytest.mark.server


@pytest.fixture
def plain(session: Client) -> Iterator[str]:
    """A role that is no superuser."""
    session.run("create role plain login password 'p'")
    yield "plain"
    session.query("drop role plain")


def test_a_role_with_a_password(session: Client, plain: str) -> None:
    role = session.gateway.registry.role(plain)
    assert not role.superuser
    assert role.verifier is not None
    assert re.match(r"SCRAM-SHA-256\$4096:", role.verifier)
    Verifier.parse(role.verifier)
    assert session.rows("select rolname, rolsuper from pg_roles where rolname = 'plain'") == [("plain", "f")]
    assert session.code("create user plain") == "42710"


@pytest.mark.parametrize(
    ("options", "superuser"),
    [
        ("", False),
        ("superuser", True),
        ("with login nosuperuser inherit", False),
        ("superuser password 'x'", True),
    ],
)
def test_options(session: Client, options: str, superuser: bool) -> None:
    assert session.tag(f"create user made {options}") == "CREATE ROLE"
    assert session.gateway.registry.role("made").superuser is superuser
    assert session.tag("drop user made") == "DROP ROLE"
    assert not session.gateway.registry.has_role("made")


@pytest.mark.parametrize(
    "options", ["nologin", "createdb", "valid until '2030-01-01'", "in role pggate", "connection limit 3"]
)
def test_options_that_nothing_would_keep(session: Client, options: str) -> None:
    assert session.code(f"create role made {options}") == "0A000"
    assert not session.gateway.registry.has_role("made")


def test_ones_own_password(session: Client, connect: Connect, plain: str) -> None:
    before = session.gateway.registry.role(plain).verifier
    other = connect(user=plain)
    assert other.tag("alter role plain password 'new'") == "ALTER ROLE"
    first = session.gateway.registry.role(plain).verifier
    other.run("alter user current_user with password 'newer'")
    second = session.gateway.registry.role(plain).verifier
    assert len({before, first, second}) == 3
    assert other.code("alter role pggate password 'mine'") == "42501"


@pytest.mark.parametrize(
    "sql", ["create role x", "drop role plain", "drop role nope", "drop role if exists nope"]
)
def test_rights(connect: Connect, plain: str, sql: str) -> None:
    assert connect(user=plain).code(sql) == "42501"


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("alter role plain superuser", "0A000"),
        ("alter role plain rename to other", "0A000"),
        ("alter role plain nologin", "0A000"),
        ("alter role nope password 'x'", "42704"),
        ("drop role nope", "42704"),
        ("drop role pggate", "55006"),
    ],
)
def test_refused(session: Client, plain: str, sql: str, code: str) -> None:
    assert session.code(sql) == code
    assert session.gateway.registry.has_role(plain)
    assert session.gateway.registry.has_role("pggate")


def test_drop_if_exists(session: Client) -> None:
    assert [n.message for n in session.notices("drop role if exists nope, nada")] == [
        'role "nope" does not exist, skipping',
        'role "nada" does not exist, skipping',
    ]


def test_the_file_of_the_first_password_goes_with_that_password(session: Client, plain: str) -> None:
    file = session.gateway.config.data_dir / PASSWORD
    assert file.exists()
    session.run("alter role plain password 'other'")
    assert file.exists()
    session.run("alter role pggate password 'changed'")
    assert not file.exists()
    session.run("alter role pggate password 'changed again'")
