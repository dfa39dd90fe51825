"""
The PostgreSQL frontend/backend protocol as pure bytes (PostgreSQL 15, chapter 55).

No I/O, no clock, no randomness in here: bytes go in, messages come out, and the other way round.

    framing     bytes → frames
    fields      what is in a frame: a bounds-checked reader, and its opposite

    startup, authentication, simple_query, extended_query, copying, error_response
                the messages by sub-protocol, one frozen value each; classes and fields carry the
                names of 55.7 "Message Formats", and the order of the lines in `read` and
                `payload` is the order on the wire

    frontend    all that a client may say, by tag
    backend     all that a server may say, by tag
    state       who may say what when, as tables
    connection  these joined: the server's end of one conversation

    scram       SCRAM-SHA-256, the server's half; scram_verifier and saslprep: what is kept of a password
    trace       a conversation as libpq's PQtrace prints it
"""
