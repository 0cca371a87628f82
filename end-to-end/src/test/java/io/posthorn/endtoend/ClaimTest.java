package io.posthorn.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who takes some of many rows asks for them once. PostgreSQL may execute a subquery again for each row of a nested loop, and one that
 * skips what is locked then answers other rows each time: more than its limit, in quadratic time.
 */
class ClaimTest {
    private static final Pattern STATEMENT = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern SUBQUERY = Pattern.compile("skip\\s+locked\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONCE = Pattern.compile("\\bas\\s+materialized\\s*\\(", Pattern.CASE_INSENSITIVE);

    @Test
    void whatSkipsLockedRowsIsAskedOnce() {
        var claims = Repository.files(file -> file.toString().matches(".*src/main/java/.*\\.java")).stream()
                .map(file -> Repository.read(Repository.ROOT.resolve(file)))
                .flatMap(ClaimTest::statements)
                .filter(statement -> SUBQUERY.matcher(statement).find())
                .toList();

        assertThat(claims).hasSizeGreaterThan(5).allMatch(statement -> ONCE.matcher(statement)
                .find());
    }

    private static Stream<String> statements(String source) {
        return STATEMENT.matcher(source).results().map(found -> found.group(1));
    }
}
