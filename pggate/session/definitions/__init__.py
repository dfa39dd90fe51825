"""
Statements that define: relations, types, sequences, roles, and what depends on what.
"""
