r"""
PostgreSQL's regular expressions, parsed (PostgreSQL 15, 9.7.3).

Advanced ones (ARE), which basic and extended ones are not told apart from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pggate.errors import PgError
from pggate.functions import regexp_atoms as atoms
from pggate.functions.regexp_flags import read_flags
from pggate.functions.regexp_nodes import Atom, Choice, Expression, Group, Look, Reference, Repeat, Sequence

if TYPE_CHECKING:
    from pggate.functions.regexp_flags import Flags
    from pggate.functions.regexp_nodes import Node

MOST_REPETITIONS: Final = 255
_HEX_WIDTHS: Final = {"u": 4, "U": 8}
_HEX: Final = re.compile("[0-9a-fA-F]+")
_DIGITS: Final = re.compile("[0-9]+")
_OCTAL: Final = re.compile("[0-7]{1,3}")
_BOUNDS: Final = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_OPTIONS: Final = re.compile(r"\(\?([a-zA-Z]+)\)")


@lru_cache(maxsize=1024)
def parse(text: str, letters: str = "") -> Expression:
    """
    Raises:
        PgError: 2201B, it is no regular expression.
        InvalidParameterValue: 22023, a flag is none.

    """
    flags = read_flags(letters)
    if text.startswith("***="):
        text, flags = text[4:], replace(flags, is_literal=True)
    elif text.startswith("***:"):
        text = text[4:]
    if not flags.is_literal and (options := _OPTIONS.match(text)):
        flags, text = read_flags(options[1], flags), text[options.end() :]
    if flags.is_literal:
        return Expression(Sequence(tuple(map(atoms.character, text))), 0, flags)
    parser = _Parser(text, flags)
    return Expression(parser.whole(), parser.groups, flags)


def invalid(why: str) -> PgError:
    return PgError(f"invalid regular expression: {why}", sqlstate="2201B")


@dataclass(slots=True)
class _Parser:
    """
    Recursive descent over the characters of one expression.
    """

    text: str
    flags: Flags
    at: int = 0
    groups: int = 0
    within_look: int = 0
    closed: set[int] = field(default_factory=set)

    def whole(self) -> Node:
        root = self._choice()
        if self.at < len(self.text):
            raise invalid("parentheses () not balanced")
        return root

    def _choice(self) -> Node:
        branches = [self._branch()]
        while self._accept("|"):
            branches.append(self._branch())
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def _branch(self) -> Node:
        parts: list[Node] = []
        while True:
            self._skip()
            if self.at >= len(self.text) or self.text[self.at] in "|)":
                return Sequence(tuple(parts))
            parts.append(self._quantified())

    def _skip(self) -> None:
        """Comments, and white space where it means nothing."""
        while True:
            if self.text.startswith("(?#", self.at):
                end = self.text.find(")", self.at)
                self.at = len(self.text) if end < 0 else end + 1
            elif self.flags.is_expanded and self._peek().isspace():
                self.at += 1
            elif self.flags.is_expanded and self._peek() == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end + 1
            else:
                return

    def _quantified(self) -> Node:
        inner = self._atom()
        self._skip()
        bounds, inherits = self._bounds()
        if not bounds:
            return inner
        if isinstance(inner, Look) or (isinstance(inner, Atom) and inner.is_place):
            raise invalid("quantifier operand invalid")
        greedy = not self._accept("?")
        self._skip()
        if self._peek() and self._peek() in "*+?":
            raise invalid("quantifier operand invalid")
        return Repeat(inner, bounds, greedy, inherits)

    def _bounds(self) -> tuple[str, bool]:
        """The quantifier that comes next, "" where none does; does it say how many exactly?"""
        sign = self._peek()
        if sign and sign in "*+?":
            self.at += 1
            return sign, False
        if sign != "{" or not self.text[self.at + 1 : self.at + 2].isdigit():
            return "", False
        found = _BOUNDS.match(self.text, self.at)
        if found is None:
            raise invalid(
                "braces {} not balanced" if "}" not in self.text[self.at :] else "invalid repetition count(s)"
            )
        least, most = int(found[1]), int(found[3]) if found[3] else None
        if max(least, most or 0) > MOST_REPETITIONS or (most is not None and most < least):
            raise invalid("invalid repetition count(s)")
        self.at = found.end()
        return found[0], found[2] is None

    def _atom(self) -> Node:  # noqa: PLR0911  one for each kind
        character = self.text[self.at]
        self.at += 1
        match character:
            case "(":
                return self._group()
            case "[":
                return self._brackets()
            case "\\":
                return self._escape()
            case ".":
                return atoms.either("[^\\n]" if self.flags.stops_at_newline else "(?s:.)")
            case "^":
                return atoms.place("(?m:^)" if self.flags.anchors_at_newline else r"\A")
            case "$":
                return atoms.place("(?m:$)") if self.flags.anchors_at_newline else atoms.END
            case "*" | "+" | "?":
                raise invalid("quantifier operand invalid")
            case "{" if self._peek().isdigit():
                raise invalid("quantifier operand invalid")
            case _:
                return atoms.character(character)

    def _group(self) -> Node:
        mark = next(
            (mark for mark in ("?:", "?=", "?!", "?<=", "?<!") if self.text.startswith(mark, self.at)), ""
        )
        if not mark and self._peek() == "?":
            raise invalid("quantifier operand invalid")
        self.at += len(mark)
        if mark and mark != "?:":
            self.within_look += 1
            inner = self._closed()
            self.within_look -= 1
            return Look(mark, inner)
        captures = not mark and not self.within_look
        self.groups += captures
        number = self.groups
        inner = self._closed()
        if captures:
            self.closed.add(number)
        return Group(inner, captures)

    def _closed(self) -> Node:
        inner = self._choice()
        if not self._accept(")"):
            raise invalid("parentheses () not balanced")
        return inner

    def _escape(self) -> Node:
        letter = self._peek()
        if not letter:
            raise invalid("invalid escape \\ sequence")
        if letter.lower() in atoms.SHORTHANDS:
            self.at += 1
            return self._set(atoms.SHORTHANDS[letter.lower()], negated=letter.isupper())
        place = atoms.PLACES.get(letter)
        if place is not None:
            self.at += 1
            return place
        if letter in "123456789":
            reference = self._reference()
            if reference is not None:
                return reference
        return atoms.character(self._escaped())

    def _reference(self) -> Reference | None:
        """A number of one digit is always a group's, a longer one only if there is such a group."""
        found = _DIGITS.match(self.text, self.at)
        digits = found[0] if found else ""
        if len(digits) > 1 and int(digits) > self.groups:
            return None
        if int(digits) not in self.closed:
            raise invalid("invalid backreference number")
        self.at += len(digits)
        return Reference(int(digits))

    def _escaped(self) -> str:
        """The character that an escape stands for."""
        letter = self._peek()
        self.at += 1
        if letter in atoms.CHARACTERS:
            return atoms.CHARACTERS[letter]
        if letter == "c" and self._peek():
            self.at += 1
            return chr(ord(self.text[self.at - 1]) & 0x1F)
        if letter in "uUx":
            return self._numbered(letter)
        if letter.isdigit():
            found = _OCTAL.match(self.text, self.at - 1)
            if found is None:
                raise invalid("invalid escape \\ sequence")
            self.at = found.end()
            return chr(int(found[0], 8))
        if letter.isalnum() or not letter:
            raise invalid("invalid escape \\ sequence")
        return letter

    def _numbered(self, letter: str) -> str:
        width = _HEX_WIDTHS.get(letter)
        found = _HEX.match(self.text, self.at, self.at + width if width else len(self.text))
        if found is None or (width and len(found[0]) < width) or int(found[0], 16) > 0x10FFFF:
            raise invalid("invalid escape \\ sequence")
        self.at = found.end()
        return chr(int(found[0], 16))

    def _brackets(self) -> Node:
        for mark, name in (("[:<:]]", "m"), ("[:>:]]", "M")):
            if self.text.startswith(mark, self.at):
                self.at += len(mark)
                return atoms.PLACES[name]
        negated = self._accept("^")
        pieces: list[str] = []
        while True:
            if self.at >= len(self.text):
                raise invalid("brackets [] not balanced")
            if self._peek() == "]" and pieces:
                self.at += 1
                return self._set("".join(pieces), negated=negated)
            pieces.append(self._item())

    def _item(self) -> str:
        first = self._element()
        if len(first) != 1 or self._peek() != "-" or self.text[self.at + 1 : self.at + 2] in ("]", ""):
            return first if len(first) != 1 else atoms.in_set(first)
        self.at += 1
        last = self._element()
        if len(last) != 1 or last < first:
            raise invalid("invalid character range")
        return f"{atoms.in_set(first)}-{atoms.in_set(last)}"

    def _element(self) -> str:
        """One character, or a class as it is written inside brackets."""
        opened = self.text[self.at : self.at + 2]
        if opened in ("[:", "[.", "[="):
            end = self.text.find(opened[1] + "]", self.at + 2)
            if end < 0:
                raise invalid("brackets [] not balanced")
            name, self.at = self.text[self.at + 2 : end], end + 2
            return self._named(opened, name)
        if opened[:1] != "\\":
            self.at += 1
            return opened[:1]
        self.at += 1
        shorthand = atoms.SHORTHANDS.get(self._peek())
        if shorthand is not None:
            self.at += 1
            return shorthand
        return self._escaped()

    def _named(self, opened: str, name: str) -> str:
        if opened == "[:":
            if name not in atoms.CLASSES:
                raise invalid("invalid character class")
            return atoms.CLASSES[name]
        character = atoms.COLLATING.get(name, name)
        if len(character) != 1:
            raise invalid("invalid collating element")
        return character

    def _set(self, inside: str, *, negated: bool) -> Atom:
        if negated and self.flags.stops_at_newline:
            inside += "\\n"
        return atoms.either(f"[{'^' if negated else ''}{inside}]")

    def _peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def _accept(self, character: str) -> bool:
        if self._peek() != character:
            return False
        self.at += 1
        return True
