"""
A PostgreSQL wire-protocol gateway to a streaming lakehouse.
"""

__version__ = "0.1.0"
