"""
What is told of one statement: what it is about, what it gives, whose it is; and tables of words.
"""
