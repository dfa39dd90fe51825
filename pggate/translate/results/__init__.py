"""
Functions and operators by the types of their operands: what they give in PostgreSQL.
"""
