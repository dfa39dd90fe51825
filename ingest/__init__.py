"""
Arrow in: the door through which record batches come over HTTP.

Imports append, lake, types, config, logs, metrics and errors of pggate; never its wire, session or server.
"""
