"""
Dates, times and intervals: their types, literals, precisions, calls and results.
"""
