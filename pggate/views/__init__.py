"""
Live views: a query is made into what is kept of every batch, how that is merged, and how it is read.  Pure.
"""
