"""
The PostgreSQL frontend/backend protocol as pure bytes (PostgreSQL 15, chapter 55).

No I/O, no clock, no randomness in here: bytes go in, messages come out, and the other way round.

    framing     bytes → frames; a bounds-checked reader for what is in one
    frontend    what a client says, read and written
    backend     what a server says, written and read
    state       who may say what when, as tables
    connection  the three of them joined: the server's end of one conversation
    scram       SCRAM-SHA-256, the server's half
    trace       a conversation as libpq's PQtrace prints it
"""
