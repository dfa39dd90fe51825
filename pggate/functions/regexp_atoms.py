r"""
The characters, sets and places that regular expressions are made of, as RE2 and Python both take them.
"""

from __future__ import annotations

from typing import Final

from pggate.functions.regexp_nodes import Atom

_SPACES: Final = "\t-\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"

# The inside of a bracket expression, as RE2 and Python both take it; letters and digits are Unicode's.
CLASSES: Final = {
    "alpha": r"\p{L}\p{Nl}",
    "alnum": r"\p{L}\p{N}",
    "blank": " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000",
    "cntrl": "\\p{Cc}\u2028\u2029",
    "digit": "0-9",
    "graph": r"\p{L}\p{M}\p{N}\p{P}\p{S}",
    "lower": r"\p{Ll}",
    "print": r"\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}",
    "punct": r"\p{P}\p{S}",
    "space": _SPACES,
    "upper": r"\p{Lu}",
    "xdigit": "0-9A-Fa-f",
    "word": r"\p{L}\p{N}_",
}
SHORTHANDS: Final = {"d": CLASSES["digit"], "w": CLASSES["word"], "s": CLASSES["space"]}
CHARACTERS: Final = {
    "a": "\a",
    "b": "\b",
    "B": "\\",
    "e": "\x1b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
}

COLLATING: Final = {
    "NUL": "\0",
    "tab": "\t",
    "newline": "\n",
    "hyphen": "-",
    "space": " ",
    "period": ".",
    "comma": ",",
}


def either(written: str) -> Atom:
    return Atom(written, written)


def place(written: str) -> Atom:
    return Atom(written, written, is_place=True)


END: Final = Atom(r"\Z", r"\z", is_place=True)
PLACES: Final = {
    "A": place(r"\A"),
    "Z": END,
    "m": Atom(r"\m", None, is_place=True),
    "M": Atom(r"\M", None, is_place=True),
    "y": Atom(r"\b", None, is_place=True),
    "Y": Atom(r"\B", None, is_place=True),
}


def character(one: str) -> Atom:
    if one < " " or one == "\x7f":
        return either(f"\\x{ord(one):02x}")
    return either(one if one.isalnum() or not one.isascii() else f"\\{one}")


def in_set(one: str) -> str:
    return character(one).python
