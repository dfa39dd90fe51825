-- Errors that a macro raises with PostgreSQL's own SQLSTATE; pggate/engine/functions.py reads them.
create macro "~pg"."~mirror".raise(sqlstate, message) as error(
  'pggate-error:' || json_object('code', sqlstate, 'message', message, 'detail', null, 'hint', null)
);
