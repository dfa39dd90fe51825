"""
A session's two cursors, on the engine and on the binder, and what goes between them and the wire.
"""
