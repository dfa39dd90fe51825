"""
Values: what a PostgreSQL type is and how a value of it is written, both formats, both ways.

Pure: no I/O, no engine.  ``table`` names the types, ``duck`` maps DuckDB's onto them, ``text`` and ``binary``
are the reference for one value, ``rows`` turns a whole Arrow batch into DataRows column by column, ``params``
reads what a client binds, ``arrow`` says what a topic's column expects of Arrow.
"""
