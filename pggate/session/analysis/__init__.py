"""
What a statement is about, before it runs: all that is below, put together and kept.
"""
