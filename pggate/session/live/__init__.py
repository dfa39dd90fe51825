"""
What all sessions share, and what they see of each other while they live.
"""
