"""
Where a command sends rows: the http listener of the running server, else its https listener.
"""

from __future__ import annotations

import http.client
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from pggate.commands.client import ClientError, server_addresses

if TYPE_CHECKING:
    from pathlib import Path

    from pggate.config import Address, Config

POST_SECONDS: Final = 120.0


@dataclass(frozen=True, slots=True)
class Door:
    """
    One address that takes rows; with `tls` by HTTPS.
    """

    address: Address
    tls: ssl.SSLContext | None = None

    def __str__(self) -> str:
        return f"{'http' if self.tls is None else 'https'}://{self.address}"

    def connection(self) -> http.client.HTTPConnection:
        """Not connected yet."""
        host, port = self.address.host, self.address.port
        if self.tls is None:
            return http.client.HTTPConnection(host, port, timeout=POST_SECONDS)
        return http.client.HTTPSConnection(host, port, timeout=POST_SECONDS, context=self.tls)

    def knock(self) -> None:
        """
        See that somebody opens.

        Raises:
            ClientError: Nobody does.

        """
        connection = self.connection()
        try:
            connection.connect()
        except OSError as error:
            raise ClientError(f"cannot send to {self}: {error}") from None
        finally:
            connection.close()


def door_of(config: Config) -> Door:
    """
    The door of the server that holds the data directory; where none does, the configured one.

    Raises:
        ClientError: Both listeners are off.

    """
    found = server_addresses(config)
    if (http_address := found["http"]) is not None:
        return Door(http_address)
    if (https_address := found["https"]) is not None:
        return Door(https_address, _trust(config.tls.certificate or config.data_dir / "tls" / "server.crt"))
    raise ClientError(
        "the server takes no rows, its http and https listeners are off: start it with one of them"
    )


def _trust(certificate: Path) -> ssl.SSLContext:
    """
    Trust in the server's own certificate and no other, whatever name it is for: its file is at hand.

    A server elsewhere has to show one that this machine trusts, and that is for its name.
    """
    try:
        own = x509.load_pem_x509_certificate(certificate.read_bytes())
    except FileNotFoundError:
        return ssl.create_default_context()
    except (OSError, ValueError) as error:
        raise ClientError(f"{certificate}: cannot be read: {error}") from None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_verify_locations(cadata=own.public_bytes(Encoding.DER))
    return context
