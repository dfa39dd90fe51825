// The client of test_node.py: runs one case against a server, and prints what it finds, line by line.
//
//     node NodePostgres.js CASE        the server as PGHOST and its kin

const { Client, Pool, types } = require("pg");

const say = (...parts) => console.log(parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" "));

async function connected(work, options = {}) {
  const client = new Client(options);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function fails(attempt) {
  try {
    await attempt();
    say("no error");
  } catch (error) {
    say(error.code ?? error.message, error.severity ?? "");
  }
}

const columns = (result) => result.fields.map((field) => [field.name, field.dataTypeID, field.dataTypeModifier]);

const cases = {
  version: async () => say(require("pg/package.json").version),

  // What the doctor records.
  browses: () =>
    connected(async (client) => {
      const found = await client.query("select * from t order by id");
      say(columns(found).map(([name]) => name), found.rows);
      say((await client.query("select count(*) from sales.orders where t_id = $1", [1])).rows);
    }),

  connects: () =>
    connected(
      async (client) => {
        say((await client.query("show application_name")).rows);
        say((await client.query("select current_schema() as s, $1::int + 1 as n", [41])).rows);
        await client.query("set search_path to nowhere, public");
        say((await client.query({ text: "show search_path", rowMode: "array" })).rows);
      },
      { application_name: "node's test", statement_timeout: 30000 },
    ),

  values: () =>
    connected(async (client) => {
      const all = ["smallint", "integer", "bigint", "numeric(30,9)", "real", "double precision", "boolean", "text",
        "varchar(9)", "bytea", "date", "time", "timestamp", "timestamptz", "uuid", "json", "jsonb",
        "integer[]", "text[]", "interval"];
      const rows = [
        [-32768, -2147483648, "-9223372036854775808", "-12345678901234567890.123456789", -1.5, -1e300, false, "",
          "a b", Buffer.from([0, 255, 92]), "0001-01-01", "00:00", "1900-01-01 00:00:00.000001",
          new Date(0), "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", { a: [1, null, "x"] },
          JSON.stringify([1, { b: "ä" }]), [1, null, -3], ["a,b", null, '{}"\\', ""], "1 day 02:03:04"],
        [32767, 2147483647, "9223372036854775807", "0.5", "NaN", "Infinity", true, "it's ä 😀 \\ \"", "z",
          Buffer.alloc(0), "9999-12-31", "23:59:59.999999", "9999-12-31 23:59:59", new Date(1e12),
          "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "\"text\"", "null", [], ["x"], "-1 year"],
        all.map(() => null),
      ];
      const stored = all.slice(0, -1); // a topic has no intervals
      await client.query(`create table samples (n integer, ${stored.map((type, n) => `c${n} ${type}`).join(", ")})`);
      const marks = stored.map((_, n) => `$${n + 2}`).join(", ");
      for (const [n, row] of rows.entries()) {
        say((await client.query(`insert into samples values ($1, ${marks})`, [n, ...row.slice(0, -1)])).rowCount);
      }
      for (const named of [{}, { name: "again" }, { name: "again" }]) {
        const found = await client.query({ text: "select * from samples order by n", rowMode: "array", ...named });
        say(columns(found));
        for (const row of found.rows) {
          say(row.map((value) => (Buffer.isBuffer(value) ? value.toString("hex") : value)));
        }
      }
      const cast = all.map((type, n) => `$${n + 1}::${type} as c${n}`).join(", ");
      for (const row of rows) {
        say((await client.query(`select ${cast}`, row)).rows);
      }
      const raw = { text: "select * from samples order by n", types: { getTypeParser: () => (text) => text } };
      say((await client.query(raw)).rows);
    }),

  parameters: () =>
    connected(async (client) => {
      await client.query("create table t (a integer, b text, at timestamptz)");
      const put = { name: "put", text: "insert into t values ($1, $2, $3)" };
      for (let n = 0; n < 20; n++) {
        await client.query({ ...put, values: [n, n % 2 ? `row ${n}` : null, new Date(1e12 + n)] });
      }
      say((await client.query("select count(*), sum(a), count(b) from t")).rows);
      say((await client.query("select a from t where a = any($1) order by a", [[1, 3, 99]])).rows);
      say((await client.query("select a from t where b = $1 or $1 is null order by a limit $2", ["row 3", 5])).rows);
      say((await client.query("select a from t where b like $1 order by a offset $2", ["row 1%", "2"])).rows);
      say((await client.query("update t set b = $1 where a < $2", ["x", 3])).rowCount);
      say((await client.query("delete from t where a = $1 returning a, b, at", [7])).rows);
      say((await client.query("insert into t (a) values ($1), ($2) returning a", [100, 101])).rows);
      await fails(() => client.query("select $1::int", ["no number"]));
      await fails(() => client.query("select a from t where a = $1", []));
    }),

  transactions: () =>
    connected(async (client) => {
      await client.query("create table t (a integer not null)");
      await client.query("begin");
      await client.query("insert into t values (1)");
      await fails(() => client.query("select nothing from t"));
      await fails(() => client.query("select 1"));
      await fails(() => client.query("select $1::int", [1]));
      say((await client.query("rollback")).command);
      await client.query("begin");
      await client.query("insert into t values ($1)", [2]);
      await client.query("savepoint s");
      await fails(() => client.query("insert into t values ($1)", [null]));
      await client.query("rollback to savepoint s");
      say((await client.query("commit")).command);
      say((await client.query("select * from t")).rows);
      for (const text of ["select * from nowhere", "selec 1", "select 1 / 0", "create table t (a int)", "select nope()"]) {
        await fails(() => client.query(text));
      }
    }),

  several: () =>
    connected(async (client) => {
      const found = await client.query("select 1 as a; create table t (a int); insert into t values (1), (2); select * from t");
      say(found.map((one) => [one.command, one.rowCount, one.rows]));
      say((await client.query("")).command);
      const notices = [];
      client.on("notice", (notice) => notices.push(notice.message));
      await client.query("drop table if exists nowhere");
      say(notices);
    }),

  pools: async () => {
    const pool = new Pool({ max: 4 });
    const found = await Promise.all([...Array(40).keys()].map((n) => pool.query("select $1::int * 2 as n", [n])));
    say(found.reduce((sum, one) => sum + one.rows[0].n, 0), pool.totalCount);
    await pool.end();
  },

  cancels: () =>
    connected(async (client) => {
      const { rows: [{ pid }] } = await client.query("select pg_backend_pid() as pid");
      const endless = fails(() => client.query(process.env.ENDLESS));
      await connected(async (other) => {
        let over = false;
        endless.then(() => (over = true));
        while (!over) {
          await other.query("select pg_cancel_backend($1)", [pid]);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      });
      await endless;
      await client.query("set statement_timeout = 200");
      await fails(() => client.query(process.env.ENDLESS));
      say((await client.query("select 1 as n")).rows);
    }),
};

types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.TIMESTAMP, (text) => text);
cases[process.argv[2]]().catch((error) => {
  console.error(error);
  process.exit(1);
});
