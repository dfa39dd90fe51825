from __future__ import annotations

import pytest

from pggate.translate.definitions.shown_defaults import shown_default


@pytest.mark.parametrize(
    ("expression", "of_type", "shown"),
    [
        ("'{}'", "text[]", "'{}'::text[]"),
        ("('{}'::text[])", "text[]", "'{}'::text[]"),
        ("array['a', 'b']", "text[]", "ARRAY['a'::text, 'b'::text]"),
        ("ARRAY[1,2]::int[]", "integer[]", "ARRAY[1, 2]"),
        ("row(1, 'x')", "pt", "ROW(1, 'x'::text)"),
        ("'ok'::s.mood", "mood", "'ok'::mood"),
        ("current_date", "date", "CURRENT_DATE"),
        ("5", "integer", "5"),
        ("now()", "timestamp with time zone", ""),
        ("1 + 2", "integer", ""),
    ],
)
def test_shown_default(expression: str, of_type: str, shown: str) -> None:
    assert shown_default(expression, of_type) == shown
