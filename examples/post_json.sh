#!/bin/sh
# Append lines of JSON to a topic with curl.
#
#     sh post_json.sh http://127.0.0.1:8080 TOKEN
#
# Prints the server's answer, {"rows": 3, "snapshot": 7, …}: the rows are durable, and every query that starts
# from now on sees them.  Members are found by the columns' names; one that is missing is the column's default.
# curl repeats the request where the server is busy or the answer was lost; the key makes that harmless.  The
# topic of this example:
#
#     create table events (kind varchar, at timestamptz default now(), tags varchar[], details jsonb);
#     select pggate.create_token('public.events');
set -eu

curl --silent --show-error --fail-with-body --retry 5 --retry-connrefused \
    --header "Authorization: Bearer $2" \
    --header "Content-Type: application/x-ndjson" \
    --header "Idempotency-Key: $(date +%s)-$$" \
    --data-binary @- "$1/ingest" <<END
{"kind": "started", "tags": ["web", "eu"], "details": {"version": "1.4", "flags": [1, 2]}}
{"kind": "clicked", "at": "2026-01-02T03:04:05Z"}
{"kind": "stopped", "tags": null}
END
echo
