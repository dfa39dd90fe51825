"""
Arrow Flight: rows in (DoPut) and rows out (DoGet) over gRPC.
"""
