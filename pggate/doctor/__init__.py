"""
Whether tools feel at home: what they send while they connect and browse, and what PostgreSQL 15 answers.

`tools/NAME.sql` is what a tool sends (`scripts`), over the relations of `tools/reference/schema.sql`;
`tools/NAME.json` what PostgreSQL 15 answered (`answers`; `make reference` asks it anew).  `examination` sends
it to a gateway, and compares.
"""
