package io.posthorn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.testkit.Stores.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What must hold for every table of a service, read from the database's own catalogue so that no table is forgotten. */
public final class CatalogueRules {
    private CatalogueRules() {}

    /**
     * Fails on a tenant table without forced row-level security and its policy, on an index of a tenant table that the
     * workspace does not lead, and on a table without workspace that requests can reach.
     *
     * @param uniqueOnInstallation indexes that are meant to span workspaces
     * @param openToRequests tables without a workspace that the runtime role may use
     */
    public static void verify(TestDatabase database, Set<String> uniqueOnInstallation, Set<String> openToRequests) {
        assertThat(database.ask("owner", "select table_name from generate_rls_test_report()"))
                .as("tenant tables of " + database.service())
                .isNotEmpty();
        assertThat(database.ask("owner", "select table_name from generate_rls_test_report() where not protected"))
                .as("tenant tables without protection")
                .isEmpty();
        assertThat(database.ask(
                        "owner", "select check_name || ': ' || detail from validate_security_setup() where not passed"))
                .as("security checks that fail")
                .isEmpty();
        assertThat(database.ask("owner", INDEXES_WITHOUT_WORKSPACE))
                .as("indexes of tenant tables that the workspace does not lead")
                .isSubsetOf(uniqueOnInstallation);
        assertThat(database.ask("owner", TABLES_OPEN_TO_REQUESTS))
                .as("tables without a workspace that requests can reach")
                .isSubsetOf(openToRequests);
    }

    private static final String INDEXES_WITHOUT_WORKSPACE = """
            select i.relname from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid and not t.relispartition
            join pg_attribute w on w.attrelid = t.oid and w.attname = 'workspace_id'
            left join pg_attribute f on f.attrelid = t.oid and f.attnum = x.indkey[0]
            where t.relnamespace = current_schema()::regnamespace and t.relname not in ('outbox')
              and f.attname is distinct from 'workspace_id'""";

    private static final String TABLES_OPEN_TO_REQUESTS = """
            select c.relname from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
              and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id')
              and has_table_privilege('posthorn_' || current_schema() || '_runtime', c.oid, 'SELECT, INSERT, UPDATE, DELETE')""";

    /** The first column of the last statement that has rows. */
    static List<String> ask(String jdbcUrl, String user, String password, String sql) {
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password);
                var statement = connection.createStatement()) {
            var found = new ArrayList<String>();
            for (var isRows = statement.execute(sql);
                    isRows || statement.getUpdateCount() >= 0;
                    isRows = statement.getMoreResults()) {
                if (isRows) {
                    found.clear();
                    var rows = statement.getResultSet();
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("As %s: %s".formatted(user, failure.getMessage()), failure);
        }
    }
}
