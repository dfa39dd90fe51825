"""
The asyncio edge: sockets, TLS and time.  No protocol knowledge, no SQL.
"""
