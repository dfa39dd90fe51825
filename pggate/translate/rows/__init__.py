"""
Row constructors, whole rows, fields of rows, and grouped ones.
"""
