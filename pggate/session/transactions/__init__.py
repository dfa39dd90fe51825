"""
The open transaction: its work, its savepoints, how it begins and ends.
"""
