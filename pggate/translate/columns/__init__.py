"""
The columns of a query: their names, and the one type that several values become.
"""
