"""
Operators, calls and sets of json and jsonb.
"""
