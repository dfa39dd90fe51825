"""
SQLAlchemy's own suite for dialects (README.dialects.rst of SQLAlchemy), against any server.
"""
