"""
PostgreSQL's language on its way to DuckDB: pure text and pure trees.

A text is changed in layers, each only where the one before does not do: token rules (`tokens`), edits on
DuckDB's own syntax tree (`tree`), edits that depend on types (`retyping`), and sqlglot for grammar that
DuckDB cannot parse (`grammar`).  These four name the rules; the rules lie in packages by what they are about.
What neither reads nor writes rows (SET, BEGIN, PREPARE ...) is parsed to values (`commands`).  No I/O, no
engine: trees come and go as values.

    syntax       Texts of SQL as tokens, words and places, and texts with pieces replaced; it knows no
                 statement.
    texts        A text of SQL as its statements, and what kind each of them is.
    definitions  CREATE and ALTER as they are written: what a lake has no place for, and clauses that are
                 left out.
    commands     Statements that DuckDB does not run, read as values: SET, BEGIN, DECLARE, COPY, CREATE
                 ROLE ...
    writing      INSERT, UPDATE and DELETE taken apart, and put together as the steps of RETURNING and ON
                 CONFLICT.
    trees        DuckDB's syntax trees as JSON values: reading, walking, asking for types.
    types        Types that a text names: in casts, before literals, in definitions.
    untyped      What is sent without a type: parameters, and the arguments of functions, by PostgreSQL's
                 rules.
    numbers      Numbers: how they are written, what type arithmetic gives, exact quotients.
    arrays       Arrays of any number of dimensions, which are lists of lists here.
    dates        Dates, times and intervals: their types, literals, precisions, calls and results.
    dialect      What PostgreSQL writes one way and DuckDB another: token rules, and repairs of what does
                 not parse.
    characters   Character types that are more than text: varchar(n), char(n), name and "char", arrays of
                 them, too.
    json         Operators, calls and sets of json and jsonb.
    columns      The columns of a query: their names, and the one type that several values become.
    rows         Row constructors, whole rows, fields of rows, grouped ones, and what * stands for over joins.
    results      Functions and operators by the types of their operands: what they give in PostgreSQL.
"""
