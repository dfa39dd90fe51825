"""
A statement in the engine's words: how it is understood, step by step.
"""
