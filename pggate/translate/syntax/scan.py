"""
Reading a command word by word: the hand-written half of the parsers for what DuckDB does not run.

Identifiers fold to lower case unless they are quoted; they are not cut at 63 bytes as PostgreSQL does.
"""

from __future__ import annotations

from pggate.errors import SyntaxError as SqlSyntaxError
from pggate.translate.syntax import lexer
from pggate.translate.syntax.lexer import Kind, Token
from pggate.translate.syntax.quoting import string_value


class Scan:
    """
    A place in a text, moving forward.  Every disappointment is PostgreSQL's "syntax error at or near".
    """

    def __init__(self, sql: str) -> None:
        self.sql = sql
        self.tokens = lexer.tokens(sql)
        self.at = 0
        if self.tokens and self.tokens[-1].word == ";":
            self.tokens = self.tokens[:-1]

    @property
    def ended(self) -> bool:
        return self.at >= len(self.tokens)

    @property
    def token(self) -> Token | None:
        return None if self.ended else self.tokens[self.at]

    @property
    def word(self) -> str:
        """
        The next token's word; empty for a string, a quoted identifier, or at the end.
        """
        return "" if self.ended else self.tokens[self.at].word

    @property
    def position(self) -> int:
        """
        Where the next token stands, or the text ends, in characters from 1.
        """
        return len(self.sql) + 1 if self.ended else self.tokens[self.at].start + 1

    def take(self) -> Token:
        token = self.token
        if token is None:
            raise self.error()
        self.at += 1
        return token

    def accept(self, *words: str) -> bool:
        """
        Step over these words if they are what comes next, all of them.
        """
        upcoming = self.tokens[self.at : self.at + len(words)]
        if tuple(token.word for token in upcoming) != words:
            return False
        self.at += len(words)
        return True

    def accept_any(self, *words: str) -> str:
        """
        Step over the next word if it is one of these, and say which; else "".
        """
        word = self.word
        if word in words and word:
            self.at += 1
            return word
        return ""

    def expect(self, *words: str) -> None:
        for word in words:
            if not self.accept(word):
                raise self.error()

    def name(self) -> str:
        """
        An identifier, folded.
        """
        token = self.take()
        if not token.is_name:
            self.at -= 1
            raise self.error()
        if not token.name:
            raise SqlSyntaxError(
                f'zero-length delimited identifier at or near "{token.text}"', position=token.start + 1
            )
        return token.name

    def names(self) -> tuple[str, ...]:
        """
        Identifiers with dots between them.
        """
        parts = [self.name()]
        while self.accept("."):
            parts.append(self.name())
        return tuple(parts)

    def name_list(self) -> tuple[str, ...]:
        """
        Identifiers with commas between them.
        """
        listed = [self.name()]
        while self.accept(","):
            listed.append(self.name())
        return tuple(listed)

    def value(self) -> str:
        """
        What an option is set to: a word, a "quoted" one, a string, or a number with its sign.
        """
        sign = self.accept_any("-", "+")
        token = self.take()
        if token.kind is Kind.NUMBER:
            return f"{sign}{token.text}".removeprefix("+")
        if not sign and token.kind is Kind.STRING:
            return string_value(token.text)
        if not sign and token.is_name:
            return token.name
        self.at -= 1
        raise self.error()

    def string(self) -> str:
        """
        The value of a string literal.
        """
        token = self.take()
        if token.kind is not Kind.STRING:
            self.at -= 1
            raise self.error()
        return string_value(token.text)

    def text_until(self, *words: str) -> str:
        """
        The text up to one of these words outside parentheses, or up to the end.
        """
        start, depth = self.at, 0
        while not self.ended and not (depth == 0 and self.word in words):
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(self.word, 0)
            self.at += 1
        return self._between(start, self.at)

    def parenthesised(self) -> str:
        """
        The text between the parenthesis that comes next and its partner.
        """
        self.expect("(")
        start, depth = self.at, 1
        while depth:
            depth += {"(": 1, ")": -1}.get(self.take().word, 0)
        return self._between(start, self.at - 1)

    def rest(self) -> str:
        """
        Everything from here on, as it was written.
        """
        return self.text_until()

    def end(self) -> None:
        if not self.ended:
            raise self.error()

    def error(self) -> SqlSyntaxError:
        """
        The error of the next token, with its position; the caller raises it.
        """
        token = self.token
        where = "end of input" if token is None else f'or near "{token.text}"'
        return SqlSyntaxError(f"syntax error at {where}", position=self.position)

    def _between(self, start: int, stop: int) -> str:
        if start >= stop:
            return ""
        return self.sql[self.tokens[start].start : self.tokens[stop - 1].stop]
