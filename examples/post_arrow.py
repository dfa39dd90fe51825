"""
Append a table to a topic: pyarrow makes the stream, the standard library posts it.

    python post_arrow.py http://127.0.0.1:8080 TOKEN
    python post_arrow.py https://127.0.0.1:8443 TOKEN --ca pggate-data/tls/server.crt

Prints the server's answer, {"rows": 3, "snapshot": 7, …}: the rows are durable, and every query that starts
from now on sees them.  Sent again with the same Idempotency-Key they exist once.  The topic of this example:

    create table people (name varchar, age int, tags varchar[]);
    select pggate.create_token('public.people');
"""

from __future__ import annotations

import argparse
import io
import ssl
import sys
import time
import urllib.error
import urllib.request

import pyarrow as pa

ATTEMPTS = 5


def arrow_stream(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, table.schema) as writer:  # leaving it writes the end-of-stream marker
        writer.write_table(table)
    return sink.getvalue()


def post(server: str, token: str, table: pa.Table, ca: str | None = None) -> str:
    """
    The answer to one append; waits and tries again when the server says that it is busy (429).

    Raises:
        urllib.error.HTTPError: Any other refusal; its body is {"error": …} and nothing was written.

    """
    request = urllib.request.Request(
        f"{server}/ingest/{token}",
        data=arrow_stream(table),
        headers={"Content-Type": "application/vnd.apache.arrow.stream"},
    )
    trust = ssl.create_default_context(cafile=ca) if server.startswith("https:") else None
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with urllib.request.urlopen(request, context=trust) as response:
                return str(response.read(), "utf-8")
        except urllib.error.HTTPError as refused:
            if refused.code != 429 or attempt == ATTEMPTS:
                raise
            time.sleep(int(refused.headers["x-retry-after-ms"]) / 1000)
    raise AssertionError


def main() -> int:
    arguments = argparse.ArgumentParser(description="Append three people to a topic.")
    arguments.add_argument("server", help="such as http://127.0.0.1:8080")
    arguments.add_argument("token", help="64 hexadecimal characters")
    arguments.add_argument("--ca", help="certificate file to trust, for https with a self-signed one")
    given = arguments.parse_args()

    people = pa.table(
        {
            "name": ["Ada", "Grace", "Edsger"],
            "age": pa.array([36, 85, None], pa.int32()),
            "tags": [["math"], ["navy", "cobol"], []],
        }
    )
    try:
        print(post(given.server.rstrip("/"), given.token, people, given.ca))
    except urllib.error.HTTPError as refused:
        print(refused.code, refused.read().decode(), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
