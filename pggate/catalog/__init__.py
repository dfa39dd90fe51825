"""
What exists, and what PostgreSQL's clients see of it: the mirror, and the emulation of pg_catalog over it.
"""
