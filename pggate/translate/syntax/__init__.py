"""
Texts of SQL as tokens, words and places, and texts with pieces replaced; it knows no statement.
"""
