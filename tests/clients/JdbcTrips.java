// The client of test_jdbc_trips.py: inserts the rows of a file by parameters, reads them back, and prints the cells
// that came back otherwise.
//
//     java -cp CLASSES:postgresql.jar JdbcTrips URL FILE        user and password as PGUSER and PGPASSWORD
//
// The file has a line for the INSERT, one for the query, one for the columns' types, and then one for each row, its
// cells with tabs between them: "-" is NULL, anything else a text in UTF-8 as hexadecimal digits; an array's are in
// brackets, with commas between them.

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;

public class JdbcTrips {
    record Kind(Class<?> type, Function<String, Object> read) {}

    // What is said in a class of Java's own; all else goes as a text without a type, and comes as a text.
    static final Map<String, Kind> KINDS = Map.ofEntries(
        Map.entry("boolean", new Kind(Boolean.class, Boolean::valueOf)),
        Map.entry("smallint", new Kind(Short.class, Short::valueOf)),
        Map.entry("integer", new Kind(Integer.class, Integer::valueOf)),
        Map.entry("bigint", new Kind(Long.class, Long::valueOf)),
        Map.entry("real", new Kind(Float.class, Float::valueOf)),
        Map.entry("double precision", new Kind(Double.class, Double::valueOf)),
        Map.entry("numeric", new Kind(BigDecimal.class, BigDecimal::new)),
        Map.entry("text", new Kind(String.class, text -> text)),
        Map.entry("varchar", new Kind(String.class, text -> text)),
        Map.entry("char", new Kind(String.class, text -> text)),
        Map.entry("bytea", new Kind(byte[].class, text -> HexFormat.of().parseHex(text))),
        Map.entry("date", new Kind(LocalDate.class, LocalDate::parse)),
        Map.entry("time", new Kind(LocalTime.class, LocalTime::parse)),
        Map.entry("timestamp", new Kind(LocalDateTime.class, LocalDateTime::parse)),
        Map.entry("timestamptz", new Kind(OffsetDateTime.class, OffsetDateTime::parse)),
        Map.entry("uuid", new Kind(UUID.class, UUID::fromString)));

    public static void main(String[] arguments) throws Exception {
        Properties login = new Properties();
        login.setProperty("user", System.getenv("PGUSER"));
        login.setProperty("password", System.getenv("PGPASSWORD"));
        List<String> lines = Files.readAllLines(Path.of(arguments[1]));
        String[] types = lines.get(2).split("\t");
        List<Object[]> rows = lines.stream().skip(3).map(line -> row(types, line.split("\t"))).toList();
        try (Connection connection = DriverManager.getConnection(arguments[0], login)) {
            try (PreparedStatement put = connection.prepareStatement(lines.get(0))) {
                for (Object[] row : rows) {
                    for (int n = 0; n < row.length; n++) {
                        put(connection, put, n + 1, types[n], row[n]);
                    }
                    put.executeUpdate();
                }
            }
            try (PreparedStatement asked = connection.prepareStatement(lines.get(1)); ResultSet found = asked.executeQuery()) {
                for (Object[] row : rows) {
                    found.next();
                    for (int n = 0; n < row.length; n++) {
                        Object got = got(found, n + 1, types[n]);
                        if (!shown(got).equals(shown(row[n]))) {
                            System.out.println(found.getMetaData().getColumnName(n + 1) + ": " + shown(got) + " instead of " + shown(row[n]));
                        }
                    }
                }
                System.out.println(rows.size() + " rows" + (found.next() ? " and more" : ""));
            }
        }
    }

    static Object[] row(String[] types, String[] cells) {
        Object[] row = new Object[types.length];
        for (int n = 0; n < types.length; n++) {
            row[n] = cell(types[n], cells[n]);
        }
        return row;
    }

    static Object cell(String type, String cell) {
        if (cell.equals("-")) {
            return null;
        }
        if (!cell.startsWith("[")) {
            String text = new String(HexFormat.of().parseHex(cell.substring(1)), StandardCharsets.UTF_8);
            return KINDS.containsKey(type) ? KINDS.get(type).read().apply(text) : text;
        }
        String inner = cell.substring(1, cell.length() - 1), element = type.replace("[]", "");
        return inner.isEmpty() ? new Object[0] : Arrays.stream(inner.split(",")).map(one -> cell(element, one)).toArray();
    }

    static void put(Connection connection, PreparedStatement put, int n, String type, Object value) throws SQLException {
        if (value instanceof Object[] items) {
            String element = type.replace("[]", "").replace("double precision", "float8").replace("real", "float4").replace("char", "bpchar").replace("varbpchar", "varchar");
            put.setArray(n, connection.createArrayOf(element, items));
        } else if (value == null || !KINDS.containsKey(type)) {
            put.setObject(n, value, Types.OTHER);
        } else {
            put.setObject(n, value);
        }
    }

    static Object got(ResultSet found, int n, String type) throws SQLException {
        if (KINDS.containsKey(type)) {
            return type.equals("bytea") ? found.getBytes(n) : found.getObject(n, KINDS.get(type).type());
        }
        if (type.endsWith("[]")) {
            return found.getArray(n) == null ? null : found.getArray(n).getArray();
        }
        return found.getString(n);
    }

    static String shown(Object value) {
        if (value instanceof Object[] items) {
            return Arrays.toString(Arrays.stream(items).map(JdbcTrips::shown).toArray());
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }
}
