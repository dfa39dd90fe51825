"""
A session's settings (GUCs): which there are, what their values may be, what is set.
"""
