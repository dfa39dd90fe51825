// The client of test_jdbc.py: runs one case against a server, and prints what it finds, line by line.
//
//     java -cp CLASSES:postgresql.jar Jdbc URL CASE        user and password as PGUSER and PGPASSWORD

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

public class Jdbc {
    static Connection connection;

    public static void main(String[] arguments) throws Exception {
        Properties login = new Properties();
        login.setProperty("user", System.getenv("PGUSER"));
        login.setProperty("password", System.getenv("PGPASSWORD"));
        try (Connection opened = DriverManager.getConnection(arguments[0], login)) {
            connection = opened;
            Jdbc.class.getDeclaredMethod(arguments[1]).invoke(null);
        }
    }

    // What the cases are made of.

    static void say(Object... parts) {
        StringJoiner line = new StringJoiner(" ");
        for (Object part : parts) {
            line.add(shown(part));
        }
        System.out.println(line);
    }

    static String shown(Object value) {
        if (value instanceof byte[] bytes) {
            StringBuilder text = new StringBuilder("x");
            for (byte one : bytes) {
                text.append(String.format("%02x", one));
            }
            return text.toString();
        }
        return value instanceof Object[] many ? Arrays.deepToString(many) : String.valueOf(value);
    }

    static void run(String... texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : texts) {
                statement.execute(sql);
            }
        }
    }

    static void rows(ResultSet found, String... columns) throws SQLException {
        try (found) {
            while (found.next()) {
                List<Object> row = new ArrayList<>();
                for (String column : columns) {
                    row.add(found.getObject(column));
                }
                say(row.toArray());
            }
        }
    }

    static Object one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getObject(1);
        }
    }

    interface Attempt {
        void make() throws Exception;
    }

    static void fails(Attempt attempt) throws Exception {
        try {
            attempt.make();
            say("no error");
        } catch (SQLException error) {
            say(error.getSQLState());
        }
    }

    // The cases.

    static void connects() throws Exception {
        DatabaseMetaData about = connection.getMetaData();
        say(about.getDatabaseProductName(), about.getDatabaseMajorVersion(), about.getDriverMajorVersion());
        say(connection.isValid(5), connection.isReadOnly(), connection.getAutoCommit());
        say(connection.getSchema(), connection.getCatalog().startsWith("test_"));
        connection.setClientInfo("ApplicationName", "jdbc's test");
        say(connection.getClientInfo("ApplicationName"), one("show application_name"));
        run("create schema sales");
        connection.setSchema("sales");
        say(connection.getSchema(), one("select current_schema()"));
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        fails(() -> run("create table t (a int)"));
        connection.rollback();
        connection.setReadOnly(false);
        run("create table t (a int)");
        connection.commit();
    }

    static void metadata() throws Exception {
        run("create schema sales", "create table sales.orders (id integer not null, \"When\" timestamptz,"
            + " price numeric(10, 2), note text, tags text[], ok boolean)",
            "create table plain (a bigint, b double precision)", "create view seen as select id, note from sales.orders");
        DatabaseMetaData about = connection.getMetaData();
        String[] kinds = {"TABLE", "VIEW"};
        for (String schema : new String[] {"public", "sales", null}) {
            for (String pattern : new String[] {"%", "orders", "p_ain"}) {
                say("tables", schema, pattern);
                ResultSet found = about.getTables(null, schema, pattern, kinds);
                if (schema != null || !pattern.equals("%")) {
                    rows(found, "TABLE_SCHEM", "TABLE_NAME", "TABLE_TYPE");
                }
            }
        }
        for (String table : new String[] {"orders", "plain", "seen"}) {
            say("columns", table);
            rows(about.getColumns(null, null, table, "%"), "TABLE_SCHEM", "COLUMN_NAME", "DATA_TYPE", "TYPE_NAME",
                "COLUMN_SIZE", "DECIMAL_DIGITS", "NULLABLE", "ORDINAL_POSITION", "IS_AUTOINCREMENT");
        }
        say("keys");
        rows(about.getPrimaryKeys(null, "sales", "orders"), "COLUMN_NAME");
        rows(about.getImportedKeys(null, "sales", "orders"), "FKCOLUMN_NAME");
        rows(about.getExportedKeys(null, "sales", "orders"), "FKCOLUMN_NAME");
        rows(about.getIndexInfo(null, "sales", "orders", false, true), "INDEX_NAME");
        rows(about.getBestRowIdentifier(null, "sales", "orders", DatabaseMetaData.bestRowSession, true), "COLUMN_NAME");
        say("schemas");
        try (ResultSet found = about.getSchemas()) {
            TreeSet<String> names = new TreeSet<>();
            while (found.next()) {
                names.add(found.getString("TABLE_SCHEM"));
            }
            names.retainAll(Arrays.asList("public", "sales", "pg_catalog", "information_schema"));
            say(names);
        }
        rows(about.getTableTypes(), "TABLE_TYPE");
        about.getTypeInfo().close();
        about.getCatalogs().close();
        about.getProcedures(null, null, "%").close();
        about.getFunctions(null, null, "%").close();
        about.getTablePrivileges(null, "sales", "orders").close();
        about.getUDTs(null, null, "%", null).close();
        say(about.getMaxColumnNameLength(), about.getIdentifierQuoteString());
    }

    static void results() throws Exception {
        run("create table t (id integer, price numeric(10, 2), note text)");
        try (PreparedStatement asked = connection.prepareStatement("select id, price, note as remark, id + 1 from t where id = ? and note like ?")) {
            ParameterMetaData wanted = asked.getParameterMetaData();
            for (int n = 1; n <= wanted.getParameterCount(); n++) {
                say(wanted.getParameterTypeName(n), wanted.getParameterType(n));
            }
            ResultSetMetaData told = asked.getMetaData();
            for (int n = 1; n <= told.getColumnCount(); n++) {
                say(told.getColumnLabel(n), told.getColumnTypeName(n), told.getColumnType(n), told.getColumnClassName(n));
            }
        }
    }

    static void values() throws Exception {
        String sql = "select ?::smallint, ?::integer, ?::bigint, ?::numeric, ?::real, ?::double precision, ?::boolean,"
            + " ?::text, ?::varchar, ?::bytea, ?::date, ?::time, ?::timestamp, ?::timestamptz, ?::uuid, ?::integer[], ?::text[]";
        UUID id = UUID.fromString("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
        Object[][] rounds = {
            {Short.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, new BigDecimal("-12345678901234567890.123456789"), -1.5f, -1e300,
                false, "", "it's ä 😀 \\ \"", new byte[] {0, -1, 92}, LocalDate.of(1, 1, 1), LocalTime.of(0, 0),
                LocalDateTime.of(1900, 1, 1, 0, 0, 0, 1000), OffsetDateTime.of(1969, 12, 31, 23, 59, 59, 999999000, ZoneOffset.ofHours(-5)), id,
                new Integer[] {1, null, -3}, new String[] {"a,b", null, "{}\"\\", ""}},
            {Short.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, new BigDecimal("0.5"), Float.NaN, Double.POSITIVE_INFINITY, true,
                "x\ty\n", "z", new byte[0], LocalDate.of(9999, 12, 31), LocalTime.of(23, 59, 59, 999999000),
                LocalDateTime.of(9999, 12, 31, 23, 59, 59), OffsetDateTime.of(2020, 2, 29, 12, 0, 0, 0, ZoneOffset.ofHours(5)), id,
                new Integer[0], new String[] {"x"}},
            new Object[17],
        };
        try (PreparedStatement asked = connection.prepareStatement(sql)) {
            for (int again = 0; again < 3; again++) {
                for (Object[] round : rounds) {
                    for (int n = 0; n < round.length; n++) {
                        if (round[n] instanceof Object[] items) {
                            asked.setArray(n + 1, connection.createArrayOf(n == 15 ? "integer" : "text", items));
                        } else if (round[n] == null) {
                            asked.setNull(n + 1, n == 15 || n == 16 ? Types.ARRAY : Types.NULL);
                        } else {
                            asked.setObject(n + 1, round[n]);
                        }
                    }
                    try (ResultSet found = asked.executeQuery()) {
                        found.next();
                        say(found.getObject(1), found.getObject(2), found.getObject(3), found.getObject(4), found.getObject(5),
                            found.getObject(6), found.getObject(7), found.getObject(8), found.getObject(9), found.getBytes(10),
                            found.getObject(11, LocalDate.class), found.getObject(12, LocalTime.class),
                            found.getObject(13, LocalDateTime.class), found.getObject(14, OffsetDateTime.class), found.getObject(15),
                            array(found.getArray(16)), array(found.getArray(17)), found.wasNull());
                    }
                }
            }
        }
    }

    static Object array(Array found) throws SQLException {
        return found == null ? null : found.getArray();
    }

    static void moments() throws Exception {
        // The virtual machine's zone is the session's: test_jdbc.py sets it.
        say(one("show timezone"));
        run("create table t (n integer, at timestamptz, plain timestamp, d date, t time)");
        try (PreparedStatement put = connection.prepareStatement("insert into t values (?, ?, ?, ?, ?)")) {
            String[] texts = {"2021-03-14 01:30:00", "2021-07-01 12:00:00.123456", "1950-01-01 00:00:00", "2021-11-07 01:30:00"};
            for (int n = 0; n < texts.length; n++) {
                Timestamp moment = Timestamp.valueOf(texts[n]);
                put.setInt(1, n);
                put.setTimestamp(2, moment);
                put.setTimestamp(3, moment);
                put.setDate(4, Date.valueOf(texts[n].substring(0, 10)));
                put.setTime(5, Time.valueOf(texts[n].substring(11, 19)));
                put.executeUpdate();
            }
            put.setInt(1, 9);
            for (int n = 2; n <= 5; n++) {
                put.setNull(n, Types.TIMESTAMP);
            }
            put.executeUpdate();
        }
        for (int again = 0; again < 7; again++) {
            try (PreparedStatement asked = connection.prepareStatement("select * from t order by n"); ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    say(found.getTimestamp("at"), found.getObject("at", OffsetDateTime.class), found.getString("at"),
                        found.getTimestamp("plain"), found.getDate("d"), found.getTime("t"), found.getString("t"));
                }
            }
        }
        say(one("select at = '2021-07-01 12:00:00.123456-04'::timestamptz from t where n = 1"));
    }

    static void fetches() throws Exception {
        run("create table t as select i as n, 'row ' || i as text from generate_series(1, 1000) as g(i)");
        connection.setAutoCommit(false);
        for (int size : new int[] {1, 7, 250, 1000, 5000}) {
            try (PreparedStatement asked = connection.prepareStatement("select n, text from t where n > ? order by n")) {
                asked.setFetchSize(size);
                asked.setInt(1, size == 1 ? 990 : 0);
                try (ResultSet found = asked.executeQuery()) {
                    long sum = 0, count = 0;
                    while (found.next()) {
                        sum += found.getInt(1);
                        count++;
                        if (count % 400 == 3) {
                            say("meanwhile", one("select count(*) from t where n < " + count));
                        }
                    }
                    say(size, count, sum);
                }
            }
        }
        try (Statement first = connection.createStatement()) {
            first.setFetchSize(10);
            ResultSet found = first.executeQuery("select n from t order by n");
            found.next();
            connection.commit();  // its portal is gone
            fails(() -> { while (found.next()) { } });
        }
        connection.rollback();
        try (Statement few = connection.createStatement()) {
            few.setMaxRows(5);
            try (ResultSet found = few.executeQuery("select n from t order by n")) {
                int count = 0;
                while (found.next()) {
                    count++;
                }
                say(count);
            }
        }
        connection.commit();
        try (Statement both = connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
                ResultSet found = both.executeQuery("select n from t order by n")) {
            found.last();
            say(found.getInt(1), found.getRow());
            found.absolute(10);
            found.previous();
            say(found.getInt(1));
        }
    }

    static void batches() throws Exception {
        run("create table t (n integer, text varchar, at timestamp)");
        try (PreparedStatement put = connection.prepareStatement("insert into t (n, text, at) values (?, ?, ?)")) {
            for (int round = 0; round < 3; round++) {
                for (int n = 0; n < 100; n++) {
                    put.setInt(1, round * 100 + n);
                    put.setString(2, n % 10 == 0 ? null : "text " + n);
                    put.setTimestamp(3, n % 7 == 0 ? null : Timestamp.valueOf("2020-01-01 00:00:00"));
                    put.addBatch();
                }
                say(put.executeBatch().length);
            }
        }
        say(one("select count(*) from t"), one("select sum(n) from t"), one("select count(text) from t"), one("select count(at) from t"));
        try (Statement many = connection.createStatement()) {
            many.addBatch("insert into t values (1000, 'x', null)");
            many.addBatch("update t set text = 'y' where n = 1000");
            many.addBatch("delete from t where n >= 100 and n < 1000");
            say(Arrays.toString(many.executeBatch()));
        }
        try (PreparedStatement put = connection.prepareStatement("insert into t (n, text) values (?, ?)")) {
            for (String text : new String[] {"1", "no number", "3"}) {
                put.setObject(1, text, Types.OTHER);
                put.setString(2, text);
                put.addBatch();
            }
            try {
                put.executeBatch();
            } catch (BatchUpdateException error) {
                say(error.getSQLState());
            }
        }
        say(one("select count(*) from t"));
        try (PreparedStatement change = connection.prepareStatement("update t set text = ? where n = ?")) {
            for (int n = 0; n < 3; n++) {
                change.setString(1, "z");
                change.setInt(2, n);
                change.addBatch();
            }
            say(Arrays.toString(change.executeBatch()));
        }
        say(one("select count(*) from t where text = 'z'"));
    }

    static void transactions() throws Exception {
        run("create table t (a integer)");
        connection.setAutoCommit(false);
        run("insert into t values (1)");
        Savepoint before = connection.setSavepoint("before");
        fails(() -> run("insert into t values ('x')"));
        fails(() -> run("select 1"));
        connection.rollback(before);
        run("insert into t values (2)");
        connection.commit();
        run("insert into t values (3)");
        connection.rollback();
        say(one("select sum(a) from t"));
        connection.commit();
        connection.setAutoCommit(true);
        fails(() -> run("select nope from t"));
        fails(() -> run("select * from nope"));
        fails(() -> run("selec 1"));
        fails(() -> run("create table t (a integer)"));
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        say(one("show transaction_isolation"));
    }

    static void changes() throws Exception {
        // What a prepared statement means changes under it.
        run("create table t (a integer)", "insert into t values (1)");
        try (PreparedStatement asked = connection.prepareStatement("select * from t")) {
            for (int n = 0; n < 6; n++) {
                asked.executeQuery().close();
            }
            run("alter table t add column b varchar");
            try (ResultSet found = asked.executeQuery()) {
                say(found.getMetaData().getColumnCount());
            }
        }
    }

    static void cancels() throws Exception {
        try (Statement endless = connection.createStatement()) {
            AtomicBoolean over = new AtomicBoolean();
            Thread other = new Thread(() -> {
                while (!over.get()) {  // a request that comes before the statement has begun is for nothing
                    try {
                        Thread.sleep(100);
                        connection.unwrap(PGConnection.class).cancelQuery();
                    } catch (InterruptedException | SQLException none) {
                        return;
                    }
                }
            });
            other.start();
            fails(() -> endless.executeQuery(System.getenv("ENDLESS")));
            over.set(true);
            other.join();
        }
        try (Statement endless = connection.createStatement()) {
            endless.setQueryTimeout(2);
            fails(() -> endless.executeQuery(System.getenv("ENDLESS")));
        }
        say(one("select 1"));
    }

    static void copies() throws Exception {
        run("create table t (a integer, b varchar)");
        CopyManager manager = connection.unwrap(PGConnection.class).getCopyAPI();
        byte[] data = "1,\"x, y\"\n2,\n3,ä\n".getBytes(StandardCharsets.UTF_8);
        say(manager.copyIn("copy t from stdin with (format csv)", new java.io.ByteArrayInputStream(data)));
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        say(manager.copyOut("copy (select * from t order by a) to stdout with (format csv)", out));
        say(out.toString(StandardCharsets.UTF_8).replace("\n", "|"));
        fails(() -> manager.copyIn("copy t from stdin", new java.io.ByteArrayInputStream("x\ty\n".getBytes())));
        say(one("select count(*) from t"));
    }

    static void calls() throws Exception {
        try (CallableStatement asked = connection.prepareCall("{? = call upper(?)}")) {
            asked.registerOutParameter(1, Types.VARCHAR);
            asked.setString(2, "ä b");
            for (int again = 0; again < 3; again++) {
                asked.execute();
                say(asked.getString(1));
            }
        }
        try (CallableStatement asked = connection.prepareCall("{call string_to_array(?, ?)}")) {
            asked.setString(1, "a,b");
            asked.setString(2, ",");
            try (ResultSet found = asked.executeQuery()) {
                found.next();
                say(found.getMetaData().getColumnName(1), found.getMetaData().getColumnTypeName(1), array(found.getArray(1)));
            }
        }
        say(one("select {fn abs(-4)} + {fn length('abc')}"), one("select {d '2024-02-29'}"), one("select {fn concat('a', 'b')}"));
        fails(() -> connection.prepareCall("{call nothing(1)}").execute());
    }

    static void composites() throws Exception {
        run("create type addr as (street text, no integer)");
        run("create table city (id integer, home addr, past addr[])");
        run("insert into city values (1, row('a b', 2), array[row('c', 3)::addr]), (2, null, null)");
        try (PreparedStatement query = connection.prepareStatement("select c, home, past, (home).no from city c order by id")) {
            for (int round = 0; round < 3; round++) {
                try (ResultSet found = query.executeQuery()) {
                    ResultSetMetaData columns = found.getMetaData();
                    for (int n = 1; n <= columns.getColumnCount(); n++) {
                        say(columns.getColumnName(n) + " " + columns.getColumnTypeName(n) + " " + columns.getColumnType(n));
                    }
                    while (found.next()) {
                        say(found.getObject(1) + " " + found.getObject(2) + " " + found.getString(3) + " " + found.getInt(4));
                    }
                }
            }
        }
        org.postgresql.util.PGobject sent = new org.postgresql.util.PGobject();
        sent.setType("addr");
        sent.setValue("(\"x, y\",7)");
        try (PreparedStatement insert = connection.prepareStatement("insert into city values (?, ?)")) {
            insert.setInt(1, 3);
            insert.setObject(2, sent);
            say(insert.executeUpdate());
        }
        say(one("select home from city where id = 3"));
        try (ResultSet types = connection.getMetaData().getUDTs(null, null, "addr", null)) {
            while (types.next()) {
                say(types.getString("TYPE_NAME") + " " + types.getInt("DATA_TYPE"));
            }
        }
    }
}
