"""
The gateway that is killed in the middle of what it does with its live views: `python -m tests.durability.mortal
serve …`.

The file `dies` in its working directory says where, and is looked for whenever the state of views is about to be
changed: "append 2" is after the second statement of an append, "merge 0" before the first one of a merge; what
has fewer statements ends with its commit.  Only the thread that follows a lake dies.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pggate import cli
from pggate.engine.cursor import Cursor
from pggate.views import catching_up
from pggate.views.state import State

if TYPE_CHECKING:
    from collections.abc import Callable

ENVIRON: Final = {"PYTHONPATH": str(Path(__file__).parents[2])}
"""What it needs to be found."""

DIES: Final = Path("dies")

POINTS: Final = {
    "before an append": [("append", 0)],
    "in an append": [("append", 1), ("append", 2)],
    "after an append": [("append", 99)],
    "in a merge": [("merge", 0), ("merge", 1), ("merge", 2), ("merge", 4), ("merge", 6), ("merge", 99)],
    "in a build": [("build", 0), ("build", 1), ("build", 3), ("build", 99)],
    "in a swap": [("rebuild", 0), ("rebuild", 2), ("rebuild", 4), ("rebuild", 6), ("rebuild", 99)],
    "in a regrouping": [("regroup", 0), ("regroup", 1), ("regroup", 3), ("regroup", 99)],
}
"""By what it is: the step, and after how many of its statements."""


class Fate(threading.local):
    """
    Of a thread.
    """

    left: int | None = None
    """How many more statements it lives; None: for ever."""


FATE: Final = Fate()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def mortal(step: Callable[..., str], method: Callable[..., Any]) -> Callable[..., Any]:
    """A step of the state's, in which it dies if that is where it is to."""

    def stepping(*given: Any) -> Any:
        where, after = DIES.read_text().split() if DIES.exists() else ("", "0")
        is_here = where == step(*given)
        if is_here and after == "0":
            die()
        FATE.left = int(after) if is_here else None
        try:
            return method(*given)
        finally:
            if is_here and sys.exc_info()[0] is None:
                die()
            FATE.left = None

    return stepping


def counted(run: Callable[..., Any]) -> Callable[..., Any]:
    def counting(*given: Any, **named: Any) -> Any:
        result = run(*given, **named)
        if FATE.left is not None:
            FATE.left -= 1
            if not FATE.left:
                die()
        return result

    return counting


def always(name: str) -> Callable[..., str]:
    return lambda *_: name


def which_append(_: State, __: Cursor, deltas: tuple[object, ...], *___: object) -> str:
    """Most of them bring nothing but how far the views are."""
    return "append" if deltas else "nothing"


def which_build(state: State, cursor: Cursor, view: Any, *_: object) -> str:
    return "rebuild" if view.oid in state.entries(cursor) else "build"


if __name__ == "__main__":
    vars(catching_up).update(LEAST=20)  # so that there is something to merge
    for name, step in (
        ("append", which_append),
        ("build", which_build),
        ("merge", always("merge")),
        ("regroup", always("regroup")),
    ):
        setattr(State, name, mortal(step, getattr(State, name)))
    setattr(Cursor, "run", counted(Cursor.run))  # noqa: B010  mypy takes no assignment
    sys.exit(cli.main())
