"""
What becomes of files and rows after their commit: merged, let go of in time, held against the catalog.
"""
