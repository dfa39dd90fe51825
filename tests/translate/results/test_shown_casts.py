"""
Casts that macros stand for, in the text of a view.
"""

from __future__ import annotations

import pytest

from pggate.translate.results import shown_casts

PLACE = '"~pg"."~mirror"'


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        (f"SELECT {PLACE}.integer_of_column(t) AS a FROM t", "SELECT CAST(t AS integer) AS a FROM t"),
        (f"{PLACE}.bigint_of_text((j ->> 'a'))", "CAST((j ->> 'a') AS bigint)"),
        (f"{PLACE}.double_of_item(t)", "CAST(t AS double precision)"),
        (f"{PLACE}.real_of_text(f(t, 1))", "CAST(f(t, 1) AS real)"),
        (f"{PLACE}.numeric_of_text(t)", "CAST(t AS numeric)"),
        (f"{PLACE}.double_of_numeric(n)", "CAST(n AS double precision)"),
        (f"CAST({PLACE}.digits_of_item(t) AS DECIMAL(6, 2))", "CAST(t AS DECIMAL(6, 2))"),
        (f"{PLACE}.date_of_text({PLACE}.text_of_moment(d))", "CAST(CAST(d AS text) AS date)"),
        (f"{PLACE}.instant_of_text(t)", "CAST(t AS timestamp with time zone)"),
        (f"{PLACE}.boolean_of_text('x')", "CAST('x' AS boolean)"),
        (f"f(x -> {PLACE}.integer_of_item(x))", "f(x -> CAST(x AS integer))"),
        (f"{PLACE}.extract_year(d)", f"{PLACE}.extract_year(d)"),
        (f"'{PLACE}.date_of_text(x)'", f"'{PLACE}.date_of_text(x)'"),
        ('"~pg"."~catalog".date_bin(a, b, c)', '"~pg"."~catalog".date_bin(a, b, c)'),
    ],
)
def test_shown(kept: str, shown: str) -> None:
    assert shown_casts.with_casts(kept) == shown
