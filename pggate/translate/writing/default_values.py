"""
DEFAULT as the value of a column in UPDATE and MERGE, by the expression that it stands for.

ducklake 1.5.5 takes no DEFAULT in either, and does not know what numbers a column that was altered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pggate.translate.syntax.edits import Edit, Rewritten, rewrite
from pggate.translate.syntax.scan import Scan
from pggate.translate.texts.kinds import Kind
from pggate.translate.writing import merges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pggate.translate.writing.merges import Insertion, Merge

ENDS: frozenset[str] = frozenset({"from", "where", "returning"})


def with_defaults(
    sql: str,
    kind: Kind,
    columns: Sequence[str],
    defaults: Mapping[str, str],
    numbered: Mapping[str, str],
) -> Rewritten:
    """
    Args:
        columns: All of the target's, in their order.
        defaults: Expressions; a column without one has NULL.
        numbered: Of the columns that an INSERT of a MERGE gives numbers to where it does not name them.

    """
    if kind is Kind.UPDATE:
        return rewrite(sql, _updated(sql, columns, defaults))
    merge = merges.parse(sql)
    return Rewritten(sql) if merge is None else rewrite(sql, _merged(merge, columns, defaults, numbered))


def _merged(
    merge: Merge, columns: Sequence[str], defaults: Mapping[str, str], numbered: Mapping[str, str]
) -> Iterator[Edit]:
    for value in merge.values:
        column = value.column or (columns[value.place] if value.place < len(columns) else "")
        if value.is_default and column in columns:
            yield Edit(value.span.start, value.span.stop, defaults.get(column, "NULL"))
    for insertion in merge.insertions:
        yield from _numbered(insertion, columns, numbered)


def _numbered(insertion: Insertion, columns: Sequence[str], numbered: Mapping[str, str]) -> Iterator[Edit]:
    """The columns that take numbers, where an INSERT does not name them."""
    listed = insertion.columns if insertion.columns is not None else tuple(columns[: insertion.count])
    missing = [name for name in numbered if name not in listed]
    if not missing:
        return
    names = "".join(f', "{name.replace(chr(34), chr(34) * 2)}"' for name in missing)
    values = "".join(f", {numbered[name]}" for name in missing)
    if insertion.columns is not None:
        yield Edit(insertion.columns_end, insertion.columns_end, names)
    else:
        every = ", ".join(f'"{name.replace(chr(34), chr(34) * 2)}"' for name in listed)
        yield Edit(insertion.columns_end, insertion.columns_end, f" ({every}{names})")
    yield Edit(insertion.values_end, insertion.values_end, values)


def _updated(sql: str, columns: Sequence[str], defaults: Mapping[str, str]) -> Iterator[Edit]:
    scan = Scan(sql)
    scan.text_until("set")
    scan.accept("set")
    while not scan.ended and scan.word not in ENDS:
        named, values = _assignment(scan)
        for column, (start, stop) in zip(named, values, strict=False):
            if sql[start:stop].lower() == "default" and column in columns:
                yield Edit(start, stop, defaults.get(column, "NULL"))
        if not scan.accept(","):
            return


def _assignment(scan: Scan) -> tuple[list[str], list[tuple[int, int]]]:
    """The columns, and where the value of each stands."""
    if scan.word != "(":
        column = scan.names()[0]
        scan.text_until("=")
        scan.accept("=")
        return [column], [_value(scan, ",", *ENDS)]
    names = [token.name for token in Scan(scan.parenthesised()).tokens if token.is_name]
    scan.accept("=")
    scan.accept("row")
    if not scan.accept("("):
        return [], []
    values = [_value(scan, ",", ")")]
    while scan.accept(","):
        values.append(_value(scan, ",", ")"))
    scan.accept(")")
    return names, values


def _value(scan: Scan, *ends: str) -> tuple[int, int]:
    first = scan.at
    scan.text_until(*ends)
    if first == scan.at:
        return 0, 0
    return scan.tokens[first].start, scan.tokens[scan.at - 1].stop
