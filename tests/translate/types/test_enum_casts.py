"""
Casts to lists of labels.
"""

from pggate.translate.types.enum_casts import cast


def test_each_item_is_cast() -> None:
    assert (
        cast("$1", "ENUM('a')[]") == """list_transform($1::VARCHAR[], lambda "~x": CAST("~x" AS ENUM('a')))"""
    )
    assert cast("$1", "ENUM('a')") == "($1::ENUM('a'))"
    assert cast("$1", "INTEGER[]") == "($1::INTEGER[])"
