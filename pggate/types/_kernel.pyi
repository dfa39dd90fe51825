from typing import Any

from typing_extensions import Buffer

def encode(
    schema: Any,
    array: Any,
    columns: tuple[tuple[str, int, int, Buffer | None], ...],
    framing: tuple[Any, ...] | None,
    /,
) -> memoryview | int: ...
