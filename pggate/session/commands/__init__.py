"""
Statements that the session answers by itself: settings, transactions, cursors, PREPARE, EXPLAIN, LOCK.
"""
