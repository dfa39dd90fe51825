"""
Arrays of any number of dimensions, which are lists of lists here.
"""
