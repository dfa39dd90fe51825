"""
Which of PostgreSQL's functions are computed in Python (PostgreSQL 15, 9.4, 9.5, 9.7, 9.8).
"""

from __future__ import annotations

from typing import Final

from pggate.functions import binary_strings as binary
from pggate.functions import (
    bit_strings,
    encodings,
    format_string,
    hashing,
    identifiers,
    moment_casts,
    number_casts,
    number_divisors,
    number_reading,
    number_texts,
    unicode_text,
)
from pggate.functions import re2_expressions as re2
from pggate.functions import regexp_matching as regexps
from pggate.functions.failures import failure
from pggate.functions.function import Function, anything, lists, numbers, texts, truths
from pggate.functions.function import bytestrings as data
from pggate.functions.moment_kinds import kind
from pggate.functions.similar_patterns import similar_expression
from pggate.types.computed_texts import computed_text
from pggate.types.floats import float4_text, float8_text
from pggate.types.shown import shown

# fmt: off
FUNCTIONS: Final = (
    Function("~kind", kind, (texts,), "VARCHAR"),
    Function("~failure", failure, (texts, texts), "VARCHAR", strict=False),
    Function("~format", format_string.formatted, (texts,), "VARCHAR", rest=shown, strict=False),
    Function("~format_of", format_string.formatted_list, (texts, lists), "VARCHAR", strict=False),
    Function("parse_ident", identifiers.parse_ident, (texts, truths), "VARCHAR[]", least=1),
    Function("unistr", unicode_text.unistr, (texts,), "VARCHAR"),
    Function("~computed_text", computed_text, (texts, texts), "VARCHAR"),
    Function("~cut", unicode_text.cut, (texts, numbers), "VARCHAR"),
    Function("normalize", unicode_text.normalize, (texts, texts), "VARCHAR", least=1),
    Function("is_normalized", unicode_text.is_normalized, (texts, texts), "BOOLEAN", least=1),
    Function("~read_moment", moment_casts.read_moment, (texts, texts, numbers, texts), "VARCHAR"),
    Function("hashtext", hashing.hashtext, (texts,), "INTEGER"),
    Function("hashtextextended", hashing.hashtextextended, (texts, numbers), "BIGINT"),
    # Numbers
    Function("~number_as_read", number_casts.as_read, (texts, texts), "VARCHAR"),
    Function("~gcd", number_divisors.gcd, (anything, anything), "VARCHAR"),
    Function("~lcm", number_divisors.lcm, (anything, anything), "VARCHAR"),
    *(
        Function("~to_char", number_texts.number_text, (anything, texts), "VARCHAR",
                 overloads=(of_type, "VARCHAR"))
        for of_type in ("BIGINT", "HUGEINT", "DOUBLE", "DECIMAL(38,11)")
    ),
    Function("~float_text", float8_text, (anything,), "VARCHAR", overloads=("DOUBLE",)),
    Function("~float_text", float4_text, (anything,), "VARCHAR", overloads=("FLOAT",)),
    Function("to_number", number_reading.read_number, (texts, texts), "DECIMAL(38,11)"),
    # Regular expressions
    Function("~re2", re2.re2, (texts, texts), "VARCHAR", least=1),
    Function("~re2_span", re2.re2_span, (texts, texts), "VARCHAR", least=1),
    Function("~re2_found", re2.re2_found, (texts,), "VARCHAR"),
    Function("~re2_groups", re2.re2_groups, (texts, texts), "INTEGER", least=1),
    Function("~re2_captured", re2.re2_captured, (texts, texts), "VARCHAR", least=1),
    Function("~re2_never_empty", re2.re2_never_empty, (texts, texts), "VARCHAR", least=1),
    Function("~re2_pieces", re2.re2_pieces, (texts, texts), "VARCHAR", least=1),
    Function("~re2_rewrite", re2.re2_rewrite, (texts, texts), "VARCHAR"),
    Function("~regexp_like", regexps.regexp_like, (texts, texts, texts), "BOOLEAN", least=2),
    Function("~regexp_match", regexps.regexp_match, (texts, texts, texts), "VARCHAR[]", least=2),
    Function("~regexp_matches", regexps.regexp_matches, (texts, texts, texts), "VARCHAR[][]", least=2),
    Function("similar_to_escape", similar_expression, (texts, texts), "VARCHAR", least=1),
    Function("~similar_substring", regexps.similar_substring, (texts, texts, texts), "VARCHAR"),
    Function("~substring", regexps.substring, (texts, texts), "VARCHAR"),
    Function("~regexp_count", regexps.regexp_count, (texts, texts, numbers, texts), "INTEGER", least=2),
    Function("~regexp_instr", regexps.regexp_instr,
             (texts, texts, numbers, numbers, numbers, texts, numbers), "INTEGER", least=2),
    Function("~regexp_substr", regexps.regexp_substr,
             (texts, texts, numbers, numbers, texts, numbers), "VARCHAR", least=2),
    Function("~regexp_split", regexps.regexp_split, (texts, texts, texts), "VARCHAR[]", least=2),
    Function("~regexp_replace", regexps.regexp_replace,
             (texts, texts, texts, numbers, numbers, texts), "VARCHAR", least=3),
    Function("~regexp_replace_by_flags", regexps.regexp_replace_by_flags,
             (texts, texts, texts, texts), "VARCHAR"),
    # Bytes
    Function("~encode", encodings.encode, (data, texts), "VARCHAR"),
    Function("~decode", encodings.decode, (texts, texts), "BLOB"),
    Function("to_ascii", encodings.to_ascii, (texts,), "VARCHAR"),
    Function("convert_from", encodings.convert_from, (data, texts), "VARCHAR"),
    Function("convert_to", encodings.convert_to, (texts, texts), "BLOB"),
    Function("convert", encodings.convert, (data, texts, texts), "BLOB"),
    Function("sha224", binary.sha224, (data,), "BLOB"),
    Function("sha384", binary.sha384, (data,), "BLOB"),
    Function("sha512", binary.sha512, (data,), "BLOB"),
    Function("~bytea_in", binary.as_read, (data,), "BLOB"),
    Function("~bytes_like", binary.like, (data, data, texts), "BOOLEAN", least=2),
    Function("~bytes_not_like", binary.not_like, (data, data, texts), "BOOLEAN", least=2),
    Function("get_byte", binary.get_byte, (data, numbers), "INTEGER"),
    Function("set_byte", binary.set_byte, (data, numbers, numbers), "BLOB"),
    *(
        Function(name, call, readers, returns, overloads=types)
        for name, call, readers, returns, types in (
            ("length", len, (data,), "BIGINT", ("BLOB",)),
            ("length", encodings.characters, (data, texts), "BIGINT", ("BLOB", "VARCHAR")),
            ("bit_length", binary.bits, (data,), "BIGINT", ("BLOB",)),
            ("bit_count", binary.bit_count, (data,), "BIGINT", ("BLOB",)),
            ("instr", binary.position, (data, data), "BIGINT", ("BLOB", "BLOB")),
            ("trim", binary.trimmed, (data, data), "BLOB", ("BLOB", "BLOB")),
            ("ltrim", binary.left_trimmed, (data, data), "BLOB", ("BLOB", "BLOB")),
            ("rtrim", binary.right_trimmed, (data, data), "BLOB", ("BLOB", "BLOB")),
            ("substring", binary.sliced, (data, numbers), "BLOB", ("BLOB", "BIGINT")),
            ("substring", binary.sliced, (data, numbers, numbers), "BLOB", ("BLOB", "BIGINT", "BIGINT")),
            ("get_bit", binary.get_bit, (data, numbers), "INTEGER", ("BLOB", "BIGINT")),
            ("set_bit", binary.set_bit, (data, numbers, numbers), "BLOB", ("BLOB", "BIGINT", "BIGINT")),
            ("instr", bit_strings.position, (texts, texts), "BIGINT", ("BIT", "BIT")),
            ("substring", bit_strings.sliced, (texts, numbers), "BIT", ("BIT", "BIGINT")),
            ("substring", bit_strings.sliced, (texts, numbers, numbers), "BIT", ("BIT", "BIGINT", "BIGINT")),
            ("~overlay", bit_strings.overlaid, (texts, texts, numbers), "BIT", ("BIT", "BIT", "BIGINT")),
            ("~overlay", bit_strings.overlaid, (texts, texts, numbers, numbers), "BIT",
             ("BIT", "BIT", "BIGINT", "BIGINT")),
        )
    ),
)
# fmt: on
