"""
Which functions of json and jsonb are computed in Python (PostgreSQL 15, 9.16).
"""

from __future__ import annotations

from typing import Final

from pggate.functions import json_building as building
from pggate.functions import json_parts as parts
from pggate.functions import jsonb_changes
from pggate.functions import jsonb_texts as changed
from pggate.functions.json_function import ColumnFunction, JsonFunction
from pggate.types import json_text, jsonb

# fmt: off
JSON_FUNCTIONS: Final = (
    # Parts; of a jsonb they are jsonb
    JsonFunction("~json_child",         "JSON",        json_text.child),
    JsonFunction("~json_child_text",    "VARCHAR",     parts.child_text),
    JsonFunction("~json_path",          "JSON",        parts.at_path),
    JsonFunction("~json_path_text",     "VARCHAR",     parts.path_text),
    JsonFunction("~json_steps",         "VARCHAR",     parts.duckdb_path),
    JsonFunction("~json_elements",      "JSON[]",      parts.elements),
    JsonFunction("~json_element_texts", "VARCHAR[]",   parts.element_texts),
    JsonFunction("~json_members",       "VARCHAR[][]", parts.members),
    JsonFunction("~json_member_texts",  "VARCHAR[][]", parts.member_texts),
    JsonFunction("~json_keys",          "VARCHAR[]",   parts.keys),
    JsonFunction("~json_array_length",  "INTEGER",     parts.array_length),
    JsonFunction("~json",               "JSON",        str),
    JsonFunction("~json_strip_nulls",   "JSON",        changed.stripped),
    JsonFunction("~json_lines",         "JSON",        building.lines),
    # Documents of values
    JsonFunction("~json_object",        "JSON",        building.object_of_texts),
    JsonFunction("json_build_array",    "JSON",        building.built_array, strict=False),
    JsonFunction("json_build_object",   "JSON",        building.built_object, strict=False),
    JsonFunction("jsonb_build_array",   "JSON",        building.normal(building.built_array), strict=False),
    JsonFunction("jsonb_build_object",  "JSON",        building.normal(building.built_object), strict=False),
    # jsonb
    JsonFunction("~jsonb",              "JSON",        jsonb.normal),
    JsonFunction("~jsonb_each_of",      "JSON[]",      changed.normal_each),
    JsonFunction("~jsonb_contains",     "BOOLEAN",     changed.both(jsonb_changes.contains)),
    JsonFunction("~jsonb_exists",       "BOOLEAN",     changed.exists),
    JsonFunction("~jsonb_exists_any",   "BOOLEAN",     changed.exists_any),
    JsonFunction("~jsonb_exists_all",   "BOOLEAN",     changed.exists_all),
    JsonFunction("~jsonb_concat",       "JSON",        changed.concatenated),
    JsonFunction("~jsonb_delete",       "JSON",        changed.without),
    JsonFunction("~jsonb_delete_path",  "JSON",        changed.without_path),
    JsonFunction("~jsonb_set",          "JSON",        changed.with_value),
    JsonFunction("~jsonb_set_lax",      "JSON",        changed.with_value_lax, strict=False),
    JsonFunction("~jsonb_insert",       "JSON",        changed.with_inserted),
    JsonFunction("~jsonb_assigned",     "JSON",        changed.with_assigned, strict=False),
    JsonFunction("~jsonb_pretty",       "VARCHAR",     changed.pretty),
    JsonFunction("~jsonb_path_query",   "JSON[]",      changed.found),
    JsonFunction("~jsonb_path_match",   "BOOLEAN",     changed.matches),
)
COLUMN_FUNCTIONS: Final = (
    ColumnFunction("~to_json",         building.to_json),
    ColumnFunction("~json_agg",        building.aggregated),
    ColumnFunction("~json_object_agg", building.objects_of_pairs),
    ColumnFunction("~to_text",         building.to_text),
    ColumnFunction("~row_to_text",     building.row_to_text),
)
# fmt: on
