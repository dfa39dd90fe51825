"""
Types that a text names: in casts, before literals, in definitions.
"""
