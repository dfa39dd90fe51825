from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pggate.errors import FeatureNotSupported
from pggate.views import calls
from pggate.views.expressions import sql
from tests.views.test_scope import item

if TYPE_CHECKING:
    from tests.views.conftest import Duck


@pytest.mark.parametrize(
    ("text", "values", "fraction", "direction"),
    [
        ("count(*)", "", "", ""),
        ("arg_max(v, id)", "v, id", "", ""),
        ("median(v)", "v", "", ""),
        ("quantile_cont(v, 0.5)", "v", "0.5", ""),
        ("quantile(v, [0.1, 0.5])", "v", "main.list_value(0.1, 0.5)", ""),
        ("percentile_cont(0.5) WITHIN GROUP (ORDER BY v + 1)", "(v + 1)", "0.5", "ASC"),
        (
            "percentile_disc(CAST(0.5 AS DOUBLE)) WITHIN GROUP (ORDER BY v DESC)",
            "v",
            "CAST(0.5 AS DOUBLE)",
            "DESC",
        ),
        ("mode() WITHIN GROUP (ORDER BY g DESC)", "g", "", "DESC"),
    ],
)
def test_what_a_call_takes(duck: Duck, text: str, values: str, fraction: str, direction: str) -> None:
    call = calls.read(item(duck, text))
    assert ", ".join(sql(value, duck.text) for value in call.values) == values
    assert (sql(call.fraction, duck.text) if call.fraction is not None else "") == fraction
    assert call.direction == direction


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ("mode(v)", "depends on order"),
        ("sum(v ORDER BY id)", "an ordered aggregate"),
        ("quantile_cont(v, 0.5 ORDER BY id)", "an ordered aggregate"),
        ("percentile_cont([0.1, 0.5]) WITHIN GROUP (ORDER BY v DESC)", "an ordered aggregate"),
        ("quantile_cont(v, id)", "such arguments"),
        ("corr(v)", "such arguments"),
        ("median(DISTINCT v)", "DISTINCT in an aggregate"),
        ("mode() WITHIN GROUP (ORDER BY sum(v))", "an aggregate below an aggregate"),
        ("histogram(v)", "needs every value"),
    ],
)
def test_what_cannot_be_kept(duck: Duck, text: str, construct: str) -> None:
    with pytest.raises(FeatureNotSupported, match=construct):
        calls.read(item(duck, text))
