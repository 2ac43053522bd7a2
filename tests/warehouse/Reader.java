import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads what is published through JDBC, as tools written in Java do: a count, the words of tables and columns, a refusal. */
public class Reader {
    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0]);
             Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM reporting.people")) {
                rows.next();
                System.out.println("rows\t" + rows.getLong(1));
            }
            try (ResultSet tables = connection.getMetaData().getTables(null, "reporting", "%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    System.out.println("table\t" + tables.getString("TABLE_NAME") + "\t" + tables.getString("REMARKS"));
                }
            }
            try (ResultSet columns = connection.getMetaData().getColumns(null, "reporting", "people", "%")) {
                while (columns.next()) {
                    System.out.println("column\t" + columns.getString("COLUMN_NAME") + "\t" + columns.getString("REMARKS"));
                }
            }
            try {
                statement.executeUpdate("DELETE FROM reporting.people");
                System.out.println("deleted");
            } catch (SQLException refused) {
                System.out.println("refused\t" + refused.getMessage());
            }
        }
    }
}
