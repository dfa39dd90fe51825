"""
What the command line's commands do.  All but serve and demo are clients of a running server.
"""
