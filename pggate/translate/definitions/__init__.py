"""
CREATE and ALTER as they are written: what a lake has no place for, and clauses that are left out.
"""
