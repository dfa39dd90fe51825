"""
Character types that are more than text: varchar(n), char(n), name and "char", arrays of them, too.
"""
