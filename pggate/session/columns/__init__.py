"""
What columns are declared as, and what the columns of a result are told to be.
"""
