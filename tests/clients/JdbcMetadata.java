// The client of test_jdbc_metadata.py: calls methods of DatabaseMetaData, and prints what each gives, line by line.
//
//     java -cp CLASSES:postgresql.jar JdbcMetadata URL [METHOD ...]     user and password as PGUSER and PGPASSWORD

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.StringJoiner;

public class JdbcMetadata {
    static final Object[] NONE = {};

    // What each method is called with, once or more.  A method that is not here is called if it takes nothing.
    static final Map<String, Object[][]> ARGUMENTS = new HashMap<>();

    static void call(String method, Object[]... arguments) {
        ARGUMENTS.put(method, arguments);
    }

    static Object[] with(Object... arguments) {
        return arguments;
    }

    static {
        call("getTables", with(null, "public", "%", null), with(null, "sales", "%", new String[] {"TABLE", "VIEW"}),
            with(null, null, "orders", null), with(null, "pg_catalog", "pg_class", new String[] {"SYSTEM TABLE"}));
        call("getColumns", with(null, "public", "%", "%"), with(null, "sales", "orders", "%id"));
        call("getPrimaryKeys", with(null, "public", "t"), with(null, null, "orders"), with(null, null, "v"));
        call("getImportedKeys", with(null, "sales", "orders"), with(null, "public", "t"));
        call("getExportedKeys", with(null, "public", "t"));
        call("getCrossReference", with(null, "public", "t", null, "sales", "orders"));
        call("getIndexInfo", with(null, "public", "t", false, true), with(null, "sales", "orders", true, true));
        call("getBestRowIdentifier", with(null, "public", "t", DatabaseMetaData.bestRowSession, true));
        call("getVersionColumns", with(null, "public", "t"));
        call("getTablePrivileges", with(null, "public", "t"));
        call("getColumnPrivileges", with(null, "public", "t", "name"));
        call("getUDTs", with(null, "public", "%", null), with(null, null, "mood", new int[] {java.sql.Types.DISTINCT}));
        call("getProcedures", with(null, "public", "%"), with(null, "pg_catalog", "lo_import"));
        call("getProcedureColumns", with(null, "public", "%", "%"));
        call("getFunctions", with(null, "public", "%"), with(null, "pg_catalog", "bit_length"));
        call("getFunctionColumns", with(null, "pg_catalog", "bit_length", "%"), with(null, "pg_catalog", "pg_get_keywords", "%"));
        call("getSchemas", NONE, with(null, "s%"));
        call("supportsConvert", NONE, with(java.sql.Types.INTEGER, java.sql.Types.VARCHAR));
    }

    // What hangs on the server's place and its version alone.
    static final Set<String> PLACES = Set.of("getURL", "getConnection", "getDatabaseProductVersion", "hashCode", "toString",
        "getClass", "notify", "notifyAll", "wait");

    public static void main(String[] arguments) throws Exception {
        Properties login = new Properties();
        login.setProperty("user", System.getenv("PGUSER"));
        login.setProperty("password", System.getenv("PGPASSWORD"));
        List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
        Method[] methods = DatabaseMetaData.class.getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::toString));
        try (Connection connection = DriverManager.getConnection(arguments[0], login)) {
            DatabaseMetaData about = connection.getMetaData();
            for (Method method : methods) {
                if (wanted.isEmpty() ? !PLACES.contains(method.getName()) : wanted.contains(method.getName())) {
                    for (Object[] one : ARGUMENTS.getOrDefault(method.getName(), new Object[][] {NONE})) {
                        if (one.length == method.getParameterCount()) {
                            call(about, method, one);
                        }
                    }
                }
            }
        }
    }

    static void call(DatabaseMetaData about, Method method, Object[] arguments) throws Exception {
        System.out.println("--> " + method.getName() + shown(arguments));
        try {
            Object given = method.invoke(about, arguments);
            if (given instanceof ResultSet found) {
                rows(found);
            } else {
                System.out.println(given);
            }
        } catch (InvocationTargetException raised) {
            SQLException error = (SQLException) raised.getCause();
            System.out.println(error.getSQLState());
        }
    }

    static void rows(ResultSet found) throws SQLException {
        try (found) {
            ResultSetMetaData columns = found.getMetaData();
            StringJoiner names = new StringJoiner(" ");
            for (int n = 1; n <= columns.getColumnCount(); n++) {
                names.add(columns.getColumnName(n) + ":" + columns.getColumnTypeName(n));
            }
            System.out.println(names);
            while (found.next()) {
                StringJoiner row = new StringJoiner(" | ");
                for (int n = 1; n <= columns.getColumnCount(); n++) {
                    row.add(String.valueOf(found.getObject(n)));
                }
                System.out.println(row);
            }
        }
    }

    static String shown(Object[] arguments) {
        String text = Arrays.deepToString(arguments);
        return "(" + text.substring(1, text.length() - 1) + ")";
    }
}
