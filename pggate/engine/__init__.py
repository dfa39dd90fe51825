"""
DuckDB as pggate uses it.  The only package that imports duckdb; nothing of duckdb's leaves it but values.
"""
