import pytest

from pggate.translate.syntax import mentions


@pytest.mark.parametrize(
    ("sql", "wanted", "place"),
    [
        ("select nope from t", "nope", 7),
        ('select "No pe" from t', "No pe", 7),
        ("select NOPE from t", "nope", 7),
        ("select a, a from t", "a", None),  # which one?
        ("select 'nope' -- nope", "nope", None),
        ("", "nope", None),
    ],
)
def test_where_a_name_stands(sql: str, wanted: str, place: int | None) -> None:
    assert mentions.name(sql, wanted) == place


@pytest.mark.parametrize(
    ("sql", "place"), [("select $1, $2, $2", 11), ("select '$2', $22", None), ("select 1", None)]
)
def test_where_a_parameter_stands(sql: str, place: int | None) -> None:
    assert mentions.parameter(sql, "$2") == place


@pytest.mark.parametrize(
    ("sql", "value", "place"),
    [
        ("select 'a', 'b', 'b'", "b", 12),
        ("select 'it''s'", "it's", 7),
        ("select b, $$b$$", "b", 10),
        ('select "b"', "b", None),
    ],
)
def test_where_a_literal_stands(sql: str, value: str, place: int | None) -> None:
    assert mentions.literal(sql, value) == place
