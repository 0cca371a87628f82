package io.posthorn.devstack.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What PostgreSQL says of a schema: its tables, its sequences, and a hash of all that migrations have defined. */
final class Catalogue {
    private static final String TABLES = """
            select c.relname, parent.relname, pg_get_expr(c.relpartbound, c.oid), c.reloptions,
                   array(select a.attname::text from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                         order by a.attnum)
            from pg_class c
            left join pg_inherits i on i.inhrelid = c.oid left join pg_class parent on parent.oid = i.inhparent
            where c.relnamespace = to_regnamespace(?) and c.relkind = 'r'
            order by c.relname""";
    private static final String SEQUENCES =
            "select sequencename, last_value from pg_sequences where schemaname = ? and last_value is not null";
    /** Partitions are left out: which of them there are depends on the day, and their parents say all about them. */
    private static final String SHAPE = """
            with tables as (
                select * from pg_class where relnamespace = ?::regnamespace and relkind in ('r', 'p', 'v') and not relispartition),
            said (line) as (
                select concat_ws(' ', 'table', relname, relkind, relrowsecurity, relforcerowsecurity, pg_get_userbyid(relowner),
                                 array(select unnest(relacl)::text order by 1)) from tables
                union all
                select concat_ws(' ', 'column', t.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                                 a.attgenerated, array(select unnest(a.attacl)::text order by 1), pg_get_expr(d.adbin, d.adrelid))
                from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
                union all
                select concat_ws(' ', 'constraint', t.relname, c.conname, pg_get_constraintdef(c.oid))
                from tables t join pg_constraint c on c.conrelid = t.oid
                union all
                select concat_ws(' ', 'index', pg_get_indexdef(x.indexrelid)) from tables t join pg_index x on x.indrelid = t.oid
                union all
                select concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check)
                from pg_policies p join tables t on t.relname = p.tablename and t.relnamespace = p.schemaname::regnamespace
                union all
                select concat_ws(' ', 'routine', p.oid::regprocedure, pg_get_userbyid(p.proowner), md5(pg_get_functiondef(p.oid)),
                                 array(select unnest(p.proacl)::text order by 1))
                from pg_proc p where p.pronamespace = (select distinct relnamespace from tables) and p.prokind in ('f', 'p'))
            select encode(sha256(convert_to(string_agg(line, chr(10) order by line collate "C"), 'UTF8')), 'hex') from said""";

    /** A table that holds rows itself: not a partitioned parent, but each of its partitions. */
    record Table(String name, String parent, String bound, List<String> options, List<String> columns) {}

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    List<Table> tables(String schema) throws SQLException {
        try (var query = connection.prepareStatement(TABLES)) {
            query.setString(1, schema);
            var rows = query.executeQuery();
            var tables = new ArrayList<Table>();
            while (rows.next()) {
                tables.add(new Table(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        texts(rows.getArray(4)),
                        texts(rows.getArray(5))));
            }
            return tables;
        }
    }

    Map<String, Long> sequences(String schema) throws SQLException {
        try (var query = connection.prepareStatement(SEQUENCES)) {
            query.setString(1, schema);
            var rows = query.executeQuery();
            var values = new TreeMap<String, Long>();
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
            }
            return values;
        }
    }

    String shape(String schema) throws SQLException {
        try (var query = connection.prepareStatement(SHAPE)) {
            query.setString(1, schema);
            var rows = query.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }

    private static List<String> texts(java.sql.Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
