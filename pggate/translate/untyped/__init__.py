"""
What is sent without a type: parameters, and the arguments of functions, by PostgreSQL's rules.
"""
