"""
Statements that write rows, and what holds the rows to what their columns declare.
"""
