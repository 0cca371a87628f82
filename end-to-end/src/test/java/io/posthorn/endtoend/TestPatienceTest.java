package io.posthorn.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests pass on a machine that is slow, or stands still for a while: they wait for what they await, and not for a time. */
class TestPatienceTest {
    private static final Pattern SLEEPS = Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(");
    private static final Pattern LIBRARYS_LIMIT = Pattern.compile("\\bawait\\((\"[^\"]*\")?\\)(?!\\s*\\.atMost\\()");
    private static final Pattern FEW_SECONDS =
            Pattern.compile("\\.atMost\\(\\s*(Duration\\.ofMillis|Duration\\.ofSeconds\\([1-5]?\\d\\))");

    @Test
    void noTestSleeps() {
        assertThat(tests()).hasSizeGreaterThan(200).allSatisfy(test -> assertThat(found(SLEEPS, test))
                .as(test.toString())
                .isEmpty());
    }

    @Test
    void noTestGivesUpWaitingAfterAFewSeconds() {
        assertThat(tests())
                .allSatisfy(test ->
                        assertThat(found(FEW_SECONDS, test)).as(test.toString()).isEmpty());
        assertThat(tests())
                .filteredOn(
                        test -> Repository.read(Repository.ROOT.resolve(test)).contains("org.awaitility.Awaitility"))
                .allSatisfy(test -> assertThat(found(LIBRARYS_LIMIT, test))
                        .as("%s: ten seconds are too few, Patience waits longer", test)
                        .isEmpty());
    }

    private static List<Path> tests() {
        return Repository.files(
                file -> file.toString().matches(".*src/test/java/.*\\.java") && !file.endsWith("Patience.java"));
    }

    private static List<String> found(Pattern pattern, Path file) {
        return pattern.matcher(Repository.read(Repository.ROOT.resolve(file)))
                .results()
                .map(match -> match.group())
                .toList();
    }
}
