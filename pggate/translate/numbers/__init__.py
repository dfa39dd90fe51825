"""
Numbers: how they are written, what type arithmetic gives, exact quotients.
"""
