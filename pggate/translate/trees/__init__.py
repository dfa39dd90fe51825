"""
DuckDB's syntax trees as JSON values: reading, walking, asking for types.
"""
