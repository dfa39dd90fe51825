-- Errors that a macro raises with PostgreSQL's own SQLSTATE; pggate/engine/functions.py reads them.
create macro "~pg"."~mirror".raise(sqlstate, message) as error('pggate-error:' || "~failure"(sqlstate, message));
