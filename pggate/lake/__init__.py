"""
Topics on DuckLake: durable segments, one commit lock per lake, write gates, group commit, the registry.

Everything here speaks to the engine through its Cursor; nothing here imports duckdb.
"""
