/*
 * Append a table to a topic from JavaScript: Flechette makes the Arrow stream, fetch posts it.  In a browser, too,
 * where `ingest.cors_origins` names the page's origin.
 *
 *     node post_arrow.mjs http://127.0.0.1:8080 TOKEN
 *
 * Prints the server's answer, {"rows": 3, "snapshot": 7, …}: the rows are durable, and every query that starts
 * from now on sees them.  The key makes a repeat harmless: whoever sends it again gets the first answer, and no
 * rows are added.  It takes `npm install @uwdata/flechette@2.5.0`.  The topic of this example:
 *
 *     create table readings (sensor varchar, celsius double precision, taken timestamptz);
 *     select pggate.create_token('public.readings');
 */

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { TimeUnit, columnFromArray, float64, tableFromColumns, tableToIPC, timestamp, utf8 } from '@uwdata/flechette';

const ATTEMPTS = 5;

/** The answer to one append; waits and tries again when the server is busy (429) or cannot write now (503). */
async function post(server, token, table) {
  const request = {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/vnd.apache.arrow.stream',
      'Idempotency-Key': randomUUID(),
    },
    body: tableToIPC(table, { format: 'stream' }),
  };
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(`${server}/ingest`, request);
    if (answer.ok) return answer.text();
    if (![429, 503].includes(answer.status) || attempt === ATTEMPTS) throw new Error(await answer.text());
    await setTimeout(Number(answer.headers.get('x-retry-after-ms') ?? 1000));
  }
}

const [server, token] = process.argv.slice(2);
const readings = tableFromColumns({
  sensor: columnFromArray(['roof', 'cellar', 'attic'], utf8()),
  celsius: columnFromArray([31.5, 12.25, null], float64()),
  taken: columnFromArray([new Date(), new Date(), null], timestamp(TimeUnit.MICROSECOND, 'UTC')),
});
console.log(await post(server.replace(/\/$/, ''), token, readings));
