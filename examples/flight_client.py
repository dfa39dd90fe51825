"""
Append a stream of record batches to a topic over Arrow Flight, and read it back.

    python flight_client.py grpc://127.0.0.1:50051 pggate "$(cat pggate-data/superuser.password)"

Prints how many rows the append has, from its receipt, and what a query of them returns.
"""

from __future__ import annotations

import argparse
import json
import uuid

import pyarrow as pa
from pyarrow import flight

BATCHES = 3
ROWS = 1000


def batches() -> list[pa.RecordBatch]:
    return [
        pa.record_batch({"sensor": [f"s{number}"] * ROWS, "value": [float(row) for row in range(ROWS)]})
        for number in range(BATCHES)
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description="Append to a topic and read it, over Arrow Flight.")
    arguments.add_argument("server", help="such as grpc://127.0.0.1:50051")
    arguments.add_argument("role")
    arguments.add_argument("password")
    given = arguments.parse_args()

    client = flight.connect(given.server)
    bearer = client.authenticate_basic_token(given.role, given.password)
    options = flight.FlightCallOptions(headers=[bearer])
    # A key of its own for every append: with it the whole call may be sent again if its answer is lost.
    keyed = flight.FlightCallOptions(headers=[bearer, (b"idempotency-key", str(uuid.uuid4()).encode())])

    create = flight.Ticket(b"create table if not exists readings (sensor text, value double precision)")
    client.do_get(create, options).read_all()

    rows = batches()
    writer, answers = client.do_put(flight.FlightDescriptor.for_path("readings"), rows[0].schema, keyed)
    for batch in rows:
        writer.write_batch(batch)
    writer.done_writing()  # what was written until here is the append
    receipt = json.loads(answers.read().to_pybytes())
    writer.close()
    print(receipt["rows"], "rows are durable and visible")

    query = flight.Ticket(
        b"select sensor, max(value) as highest from readings group by sensor order by sensor"
    )
    print(client.do_get(query, options).read_all().to_pylist())


if __name__ == "__main__":
    main()
