"""
A client's end of TLS in memory: OpenSSL's own, without a socket.
"""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pggate.server.certificate import CertificateFiles


class TlsEnd:
    """
    What comes in is written to `incoming`, what goes out is read from `outgoing`.
    """

    def __init__(self, files: CertificateFiles, version: ssl.TLSVersion) -> None:
        context = ssl.create_default_context(cafile=str(files.certificate))
        context.minimum_version = context.maximum_version = version
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing, server_hostname="localhost")

    def greets(self) -> bool:
        """A step of the handshake; whether it is done."""
        try:
            self.tls.do_handshake()
        except ssl.SSLWantReadError:
            return False
        return True
