from typing import Any

from typing_extensions import Buffer

def encode(
    schema: Any,
    array: Any,
    columns: tuple[tuple[str, int, int, Buffer | None], ...],
    framing: tuple[Any, ...] | None,
    /,
) -> memoryview | int: ...
def read_copy(
    data: Buffer,
    at: int,
    most: int,
    line: int,
    framing: tuple[Any, ...],
    columns: tuple[tuple[str, int, int], ...],
    /,
) -> tuple[
    bool, int, int, int, list[tuple[int, *tuple[Any, ...]] | None], list[tuple[int, int, int, bytes]]
]: ...
