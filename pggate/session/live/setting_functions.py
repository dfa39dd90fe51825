"""
set_config(), and current_setting() of a statement that sets something itself (PostgreSQL 15, 9.27.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function
from pggate.errors import PgError, UndefinedObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.session.settings.settings import Settings

SET_CONFIG: Final = "~set_config"
SETTING: Final = "~setting"

# A function with side effects is not called for NULLs (duckdb 1.5.5): the value has a mark before it
MACROS: Final = (
    f"""create macro "~pg"."~catalog".set_config(setting_name, new_value, is_local) as
        "{SET_CONFIG}"(
            "~pg"."~mirror".this_pid(),
            coalesce(setting_name, ''),
            coalesce('=' || new_value, ''),
            coalesce(is_local, false)
        )""",
    # As a statement leaves it that sets it, too (translate/dialect/calls.py): the value behind a mark
    f"""create macro "~pg"."~mirror".current_setting
        (setting_name) as substr("{SETTING}"("~pg"."~mirror".this_pid(), setting_name, false), 2),
        (setting_name, missing_ok) as
            substr(nullif("{SETTING}"("~pg"."~mirror".this_pid(), setting_name, missing_ok), ''), 2)""",
)


def setting_functions(settings: Mapping[int, Settings]) -> tuple[Function, ...]:
    """
    Args:
        settings: Of the sessions that are open, by process id.

    """

    def set_config(pid: int, name: str, value: str, is_local: bool) -> str:
        if not name:
            raise PgError("SET requires parameter name", sqlstate="22004")
        if value:
            settings[pid].set(name, value[1:], local=is_local)
        else:
            settings[pid].set_to_default(name, local=is_local)
        return settings[pid].show(name)

    def setting(pid: int, name: str, missing_ok: bool) -> str:
        try:
            return f"={settings[pid].show(name)}"
        except UndefinedObject:
            if missing_ok:
                return ""  # duckdb 1.5.5 takes no None from a function that takes none
            raise

    return (
        Function(SET_CONFIG, ("INTEGER", "VARCHAR", "VARCHAR", "BOOLEAN"), "VARCHAR", set_config),
        Function(SETTING, ("INTEGER", "VARCHAR", "BOOLEAN"), "VARCHAR", setting),
    )
