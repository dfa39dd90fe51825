"""
PostgreSQL's functions that the engine has not, computed on whole columns.
"""
