"""
CALL name ( [ 'text' [, ...] ] ) (PostgreSQL 15, CALL), of literals.
"""

from __future__ import annotations

from dataclasses import dataclass

from pggate.translate.syntax.scan import Scan


@dataclass(frozen=True, slots=True)
class ProcedureCall:
    """
    Args:
        name: Schema and procedure, or the procedure alone.

    """

    name: tuple[str, ...]
    arguments: tuple[str, ...]


def procedure_call(sql: str) -> ProcedureCall:
    """
    Raises:
        SyntaxError: It is no CALL, or an argument is no literal.

    """
    scan = Scan(sql)
    scan.expect("call")
    name = scan.names()
    scan.expect("(")
    arguments: list[str] = []
    if not scan.accept(")"):
        arguments.append(scan.string())
        while scan.accept(","):
            arguments.append(scan.string())
        scan.expect(")")
    scan.end()
    return ProcedureCall(name, tuple(arguments))
