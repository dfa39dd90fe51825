"""
PostgreSQL's language on its way to DuckDB: pure text and pure trees.

A text is changed in three layers, each only where the one before does not do: token rules (`tokens`),
edits on DuckDB's own syntax tree (`tree`, `names`), and sqlglot for grammar that DuckDB cannot parse
(`grammar`).  What neither reads nor writes rows (SET, BEGIN, PREPARE ...) is parsed to values here
(`settings`, `transactions`, `prepared`, `definitions`).  No I/O, no engine: trees come and go as values.
"""
