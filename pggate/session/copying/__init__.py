"""
COPY in both directions.
"""
