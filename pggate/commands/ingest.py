"""
pggate ingest: files as Arrow batches over HTTP, with a progress bar.
"""

from __future__ import annotations

import http.client
import itertools
import json
import time
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pggate.commands.client import ClientError, ask
from pggate.commands.door import door_of
from pggate.commands.fitting import FALSE, TRUE, csv_types, fitted, topic_columns, without_empty
from pggate.commands.token import lent_token
from pggate.types import groups
from pggate.types.arrow import duckdb_type

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from pggate.commands.door import Door
    from pggate.config import Config

POST_BYTES: Final = 4 << 20
"""Arrow bytes of one POST: far below the limit, enough that the commit is a small part of it."""

ATTEMPTS: Final = {429: 100, 503: 20}
"""Of a POST, by the status that says that nothing was written and that it may be sent again."""

NO_COLUMNS: Final[Mapping[str, str]] = MappingProxyType({})

PAUSE_SECONDS: Final = 1.0
"""Before the next attempt, where the server does not say how long."""


def run(config: Config, options: argparse.Namespace) -> int:
    """Send every file; the topic is made first with --create."""
    door = door_of(config)
    schema = _schema_of(options.files[0])
    door.knock()  # before a topic is made that would stay empty
    if options.create:
        create_topic(config, options.topic, schema)
    columns = topic_columns(config, options.topic)
    before = 0
    with lent_token(config, options.topic) as token, _progress() as progress:
        for file in options.files:
            task = progress.add_task(file.name, total=None)
            try:
                rows = send(door, token, _batches_of(file, columns), partial(progress.advance, task))
            except ClientError as error:
                also = f"; so are the {before} rows of the files before it" if before else ""
                raise ClientError(f"{file.name}: {error}{also}") from None
            progress.update(task, total=rows)
            before += rows
    return 0


def create_topic(config: Config, topic: str, schema: pa.Schema) -> None:
    """Make a topic with a file's columns."""
    columns = ", ".join(f"{_quoted(field.name)} {_sql_type(field.type)}" for field in schema)
    ask(config, lambda connection: connection.execute(f"CREATE TABLE IF NOT EXISTS {topic} ({columns})"))


def _sql_type(arrow_type: pa.DataType) -> str:
    """A text is `text`: varchar would be kept as what was declared."""
    named = duckdb_type(arrow_type)
    return "text" + named.removeprefix("VARCHAR") if named.startswith("VARCHAR") else named


def send(door: Door, token: str, batches: Iterable[pa.RecordBatch], sent: Callable[[int], None]) -> int:
    """
    POST batches, a few megabytes at a time; each is durable when its answer is there.

    Args:
        sent: Told the number of rows of each POST.

    Returns:
        All rows.

    Raises:
        ClientError: The server refuses a POST, or it or a file fails on the way; says what is durable.

    """
    connection = door.connection()
    rows = 0
    try:
        for group in grouped(batches):
            count = sum(batch.num_rows for batch in group)
            try:
                _post(connection, token, group)
            except ConnectionRefusedError as error:
                raise ClientError(f"cannot send to {door}: {error}") from None
            except (OSError, http.client.HTTPException) as error:
                unknown = (
                    f"whether the last {count} rows are durable is not known: look before sending them again"
                )
                raise ClientError(f"no answer from {door}: {error!r}; {unknown}") from None
            rows += count
            sent(count)
    except ClientError as error:
        raise ClientError(f"{error}; {rows} rows are durable") from None
    finally:
        connection.close()
    return rows


def grouped(batches: Iterable[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    """Batches in groups of about POST_BYTES; a batch that is larger is cut."""
    parts = (part for whole in batches for part in _cut(whole))
    return groups.grouped(parts, lambda batch: int(batch.nbytes), POST_BYTES)


def _cut(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    parts = max(1, -(-batch.nbytes // POST_BYTES))
    step = max(1, -(-batch.num_rows // parts))
    for start in range(0, batch.num_rows, step):
        yield batch.slice(start, step)


def _post(connection: http.client.HTTPConnection, token: str, batches: list[pa.RecordBatch]) -> None:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batches[0].schema) as writer:
        for batch in batches:
            writer.write_batch(batch)
    body = sink.getvalue().to_pybytes()
    for attempt in itertools.count(1):
        connection.request(
            "POST", f"/ingest/{token}", body, {"Content-Type": "application/vnd.apache.arrow.stream"}
        )
        answer = connection.getresponse()
        said = _said(answer)
        if answer.status == 200 and "rows" in said:
            return
        if attempt >= ATTEMPTS.get(answer.status, 1):
            reason = said.get("error", f"status {answer.status} without a reason: it is no pggate")
            raise ClientError(f"the server refused the rows: {reason}")
        time.sleep(_pause(answer))


def _said(answer: http.client.HTTPResponse) -> dict[str, Any]:
    """The body; nothing where somebody else has answered, such as a proxy."""
    try:
        said = json.loads(answer.read())
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _pause(answer: http.client.HTTPResponse) -> float:
    """Seconds until the next attempt; Retry-After may be a date, too (RFC 9110, 10.2.3)."""
    for name, units in (("x-retry-after-ms", 1000), ("retry-after", 1)):
        if (text := answer.headers.get(name, "")).isdecimal():
            return int(text) / units
    return PAUSE_SECONDS


def _schema_of(file: Path) -> pa.Schema:
    return _reading(file)[0]


def _batches_of(file: Path, columns: Mapping[str, str] = NO_COLUMNS) -> Iterator[pa.RecordBatch]:
    """
    Args:
        file: Which one.
        columns: Those of the topic that the rows are for, and their types.

    """
    _, batches = _reading(file, columns)
    try:
        for batch in batches:
            yield fitted(batch, columns)
    except (OSError, pa.ArrowException) as error:
        raise ClientError(f"{file}: cannot be read: {error}") from None


def _reading(
    file: Path, columns: Mapping[str, str] = NO_COLUMNS
) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
    """A file's schema, and its batches one after another."""
    try:
        match file.suffix.lower():
            case ".parquet" | ".pq":
                parquet = pa.parquet.ParquetFile(file)
                return parquet.schema_arrow, parquet.iter_batches()
            case ".csv" | ".tsv":
                reader = _csv(file, columns)
                return reader.schema, (without_empty(batch, columns) for batch in reader)
            case ".arrow" | ".arrows" | ".feather" | ".ipc":
                return _arrow(file)
    except (OSError, pa.ArrowException) as error:
        raise ClientError(f"{file}: cannot be read: {error}") from None
    raise ClientError(f"{file}: not a .parquet, .csv or .arrow file")


def _csv(file: Path, columns: Mapping[str, str]) -> pa.csv.CSVStreamingReader:
    delimiter = "\t" if file.suffix.lower() == ".tsv" else ","
    return pa.csv.open_csv(
        file,
        parse_options=pa.csv.ParseOptions(delimiter=delimiter),
        convert_options=pa.csv.ConvertOptions(
            column_types=csv_types(columns), true_values=TRUE, false_values=FALSE
        )
        if columns
        else None,
    )


def _arrow(file: Path) -> tuple[pa.Schema, Iterator[pa.RecordBatch]]:
    """Arrow's file format, or its stream format."""
    source = pa.memory_map(str(file))
    try:
        reader = pa.ipc.open_file(source)
    except pa.ArrowInvalid:
        stream = pa.ipc.open_stream(source)
        return stream.schema, iter(stream)
    return reader.schema, (reader.get_batch(i) for i in range(reader.num_record_batches))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _progress() -> Progress:
    return Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
