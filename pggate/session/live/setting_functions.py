"""
set_config(), and current_setting() of a statement that sets something itself (PostgreSQL 15, 9.27.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pggate.engine.functions import Function
from pggate.errors import UndefinedObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pggate.session.settings.settings import Settings

SET_CONFIG: Final = "~set_config"
SETTING: Final = "~setting"

MACROS: Final = (
    f"""create macro "~pg"."~catalog".set_config(setting_name, new_value, is_local) as
        "{SET_CONFIG}"("~pg"."~mirror".this_pid(), setting_name, new_value, is_local)""",
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
        settings[pid].set(name, value, local=is_local)
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
