"""
The parts of a gateway without its listeners, in this process.
"""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from pggate.composition import open_gateway
from pggate.config import Config, Tls
from pggate.datadir import DataDirectory
from pggate.server.certificate import CertificateFiles, certificate_files
from pggate.wire.scram_verifier import make_verifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pggate.session.live.gateway import Gateway

PASSWORD = "päss wörd"


@dataclass(frozen=True)
class Parts:
    """
    A gateway, and its superuser's password.  The role "ann" is no superuser; her password is PASSWORD.
    """

    gateway: Gateway
    password: str

    def configured(self, **changes: Any) -> Gateway:
        """The same gateway under another configuration."""
        return replace(self.gateway, config=replace(self.gateway.config, **changes))


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> CertificateFiles:
    """A certificate of our own for localhost."""
    return certificate_files(Tls(), tmp_path_factory.mktemp("certificate"), dt.datetime.now(dt.UTC))


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parts]:
    with ExitStack() as stack:
        directory = DataDirectory(tmp_path_factory.mktemp("parts"))
        stack.callback(directory.release)
        opened = open_gateway(Config(data_dir=directory.path), directory, stack)
        opened.registry.create_role("ann", make_verifier(PASSWORD, bytes(16)), superuser=False)
        yield Parts(opened, (directory.path / "superuser.password").read_text())
