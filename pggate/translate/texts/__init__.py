"""
A text of SQL as its statements, and what kind each of them is.
"""
