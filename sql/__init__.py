"""
The catalog emulation as plain SQL, a file for each relation or family of functions.

pggate.catalog.emulation runs it.
"""
