package io.posthorn.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who takes some of many rows asks for them once, and reads them by their place. PostgreSQL may execute a joined subquery again for each
 * row of a nested loop, and one that skips what is locked then answers other rows each time: more than its limit, in quadratic time. A
 * join with what was asked once is quadratic too where a queue's statistics are of a time when it was empty.
 */
class ClaimTest {
    private static final Pattern STATEMENT = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern SUBQUERY = Pattern.compile("skip\\s+locked\\s*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONCE = Pattern.compile("\\bctid\\s*=\\s*any\\s*\\(array\\(", Pattern.CASE_INSENSITIVE);

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
