"""
INSERT, UPDATE and DELETE taken apart, and put together as the steps of RETURNING and ON CONFLICT.
"""
