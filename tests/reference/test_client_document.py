"""
docs/clients.md is what the generator makes of the clients' table, their tests and the doctor's last findings.
"""

from __future__ import annotations

from pggate.doctor import scripts
from tests.reference import generate_client_document as clients
from tests.reference.clients import CLIENTS
from tests.reference.documents import filled
from tests.reference.examine_tools import AGAIN, kept


def test_the_document() -> None:
    text = clients.DOCUMENT.read_text()
    assert text == filled(text, clients.parts()), "python -m tests.reference.generate_client_document"


def test_every_tool_has_been_examined_and_is_in_the_document() -> None:
    assert set(kept()) == set(scripts.names()), AGAIN
    assert {tool for client in CLIENTS for tool in client.doctor} == set(scripts.names())


def test_the_names_of_tests() -> None:
    assert "connect with scram and tls" in list(clients.tested(clients.TESTS / "test_pg8000.py"))
    assert {"connects", "values"} <= set(clients.tested(clients.TESTS / "test_jdbc.py"))
    assert list(clients.tested(clients.TESTS / "test_jdbc_metadata.py")) == ["DatabaseMetaData, every method"]
