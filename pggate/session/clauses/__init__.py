"""
INSERT, UPDATE, DELETE and MERGE in steps: RETURNING, ON CONFLICT, and WITH that changes rows.
"""
