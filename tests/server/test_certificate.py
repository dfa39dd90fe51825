from __future__ import annotations

import datetime as dt
import ipaddress
import ssl
import stat
from typing import TYPE_CHECKING

import pytest
from cryptography import x509

from pggate.config import Tls
from pggate.server.certificate import LIFETIME, CertificateFiles, certificate_files, server_context

if TYPE_CHECKING:
    from pathlib import Path

NOW = dt.datetime(2024, 2, 29, 12, tzinfo=dt.UTC)
NONE = Tls(certificate=None, key=None)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def handshake(files: CertificateFiles, name: str, newest: ssl.TLSVersion) -> str | None:
    """The version that a client which trusts the certificate gets; no socket."""
    trusting = ssl.create_default_context(cafile=str(files.certificate))
    trusting.maximum_version = newest
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = trusting.wrap_bio(to_client, to_server, server_hostname=name)
    server = server_context(files).wrap_bio(to_server, to_client, server_side=True)
    waiting = [client, server]
    while waiting:
        for end in list(waiting):
            try:
                end.do_handshake()
            except ssl.SSLWantReadError:
                continue
            waiting.remove(end)
    return client.version()


def test_one_is_made_and_kept(tmp_path: Path) -> None:
    directory = tmp_path / "deep" / "tls"
    files = certificate_files(NONE, directory, NOW)
    assert (mode(files.key), mode(files.certificate)) == (0o600, 0o644)
    before = files.key.read_bytes(), files.certificate.read_bytes()
    assert certificate_files(NONE, directory, NOW + dt.timedelta(days=1)) == files
    assert (files.key.read_bytes(), files.certificate.read_bytes()) == before


def test_what_it_says(tmp_path: Path) -> None:
    files = certificate_files(NONE, tmp_path, NOW)
    certificate = x509.load_pem_x509_certificate(files.certificate.read_bytes())
    assert certificate.not_valid_before_utc == NOW - dt.timedelta(days=1)
    assert certificate.not_valid_after_utc == NOW + LIFETIME
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert names.get_values_for_type(x509.IPAddress) == [
        ipaddress.ip_address("127.0.0.1"),
        ipaddress.ip_address("::1"),
    ]


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "::1"])
@pytest.mark.parametrize(
    ("newest", "version"), [(ssl.TLSVersion.TLSv1_3, "TLSv1.3"), (ssl.TLSVersion.TLSv1_2, "TLSv1.2")]
)
def test_a_client_can_verify_it(tmp_path: Path, name: str, newest: ssl.TLSVersion, version: str) -> None:
    files = certificate_files(NONE, tmp_path, dt.datetime.now(dt.UTC))
    assert handshake(files, name, newest) == version


def test_older_versions_are_refused(tmp_path: Path) -> None:
    context = server_context(certificate_files(NONE, tmp_path, NOW))
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize("lost", ["server.crt", "server.key"])
def test_half_a_pair_is_made_anew(tmp_path: Path, lost: str) -> None:
    files = certificate_files(NONE, tmp_path, NOW)
    files.key.chmod(0o644)
    (tmp_path / lost).unlink()
    server_context(certificate_files(NONE, tmp_path, NOW))
    assert mode(files.key) == 0o600


def test_the_configured_files_are_used(tmp_path: Path) -> None:
    tls = Tls(certificate=tmp_path / "own.crt", key=tmp_path / "own.key")
    files = certificate_files(tls, tmp_path / "tls", NOW)
    assert files == CertificateFiles(tmp_path / "own.crt", tmp_path / "own.key")
    assert not (tmp_path / "tls").exists()
    with pytest.raises(FileNotFoundError):
        server_context(files)


def test_files_that_hold_something_else(tmp_path: Path) -> None:
    files = certificate_files(NONE, tmp_path, NOW)
    files.certificate.write_text("not PEM")
    with pytest.raises(ssl.SSLError, match="not a PEM certificate with its private key") as caught:
        server_context(files)
    assert caught.value.filename == str(files.certificate)


def test_a_key_of_another_certificate(tmp_path: Path) -> None:
    one = certificate_files(NONE, tmp_path / "one", NOW)
    other = certificate_files(NONE, tmp_path / "other", NOW)
    with pytest.raises(ssl.SSLError):
        server_context(CertificateFiles(one.certificate, other.key))


def test_nobody_renegotiates(tmp_path: Path) -> None:
    files = certificate_files(NONE, tmp_path, NOW)
    assert server_context(files).options & ssl.OP_NO_RENEGOTIATION
