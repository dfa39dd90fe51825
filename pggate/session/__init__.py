"""
PostgreSQL semantics of one connection: what a message means, whatever socket it came over.

Everything here is synchronous and runs in a worker thread; replies are yielded, never written.
"""
