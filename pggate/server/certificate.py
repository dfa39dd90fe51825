"""
TLS certificates: the configured files, or a self-signed one made at the first start.
"""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.config import Tls

LIFETIME: Final = dt.timedelta(days=3650)


@dataclass(frozen=True, slots=True)
class CertificateFiles:
    """
    A certificate chain and its private key, both PEM.
    """

    certificate: Path
    key: Path


def certificate_files(tls: Tls, directory: Path, now: dt.datetime) -> CertificateFiles:
    """
    The configured files; else the self-signed ones in `directory`, made where there are none.

    Raises:
        OSError: They cannot be written.

    """
    if tls.certificate is not None and tls.key is not None:
        return CertificateFiles(tls.certificate, tls.key)
    files = CertificateFiles(directory / "server.crt", directory / "server.key")
    if not (files.certificate.exists() and files.key.exists()):
        directory.mkdir(parents=True, exist_ok=True)
        _make(files, now)
    return files


def server_context(files: CertificateFiles) -> ssl.SSLContext:
    """
    Raises:
        OSError: A file cannot be read, or is no certificate or key (ssl.SSLError); it names the file.

    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION  # as PostgreSQL 15, be-secure-openssl.c
    for file in (files.certificate, files.key):
        file.open("rb").close()  # OpenSSL does not say which one it cannot read
    try:
        context.load_cert_chain(files.certificate, files.key)
    except ssl.SSLError as error:
        reason = f"not a PEM certificate with its private key, {files.key} ({error.reason})"
        raise ssl.SSLError(error.errno, reason, str(files.certificate)) from None
    return context


def _make(files: CertificateFiles, now: dt.datetime) -> None:
    """A self-signed certificate for localhost, its key readable for its owner alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName(
        [
            x509.DNSName("localhost"),
            x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
            x509.IPAddress(ipaddress.ip_address("::1")),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + LIFETIME)
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    _write(files.key, private, 0o600)
    _write(files.certificate, certificate.public_bytes(serialization.Encoding.PEM), 0o644)


def _write(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(file.fileno(), mode)  # an older file keeps its own mode otherwise
        file.write(data)
