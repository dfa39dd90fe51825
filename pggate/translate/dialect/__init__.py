"""
What PostgreSQL writes one way and DuckDB another: token rules, and repairs of what does not parse.
"""
