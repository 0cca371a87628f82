package io.posthorn.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of what the simulator reproduces is true: made from the tests, complete, and up to date. */
class ReferenceCoverageTest {
    private static final boolean WRITE = Boolean.getBoolean("posthorn.write-documents");

    private static Coverage coverage;

    @BeforeAll
    static void read() throws IOException {
        coverage = Coverage.read();
    }

    @Test
    void everyItemHasAnIdOfItsOwn() {
        assertThat(coverage.ids(item -> true)).doesNotHaveDuplicates().hasSizeGreaterThan(1000);
    }

    @Test
    void testsNameOnlyItemsThatExist() {
        var unknown = new HashSet<>(coverage.tests().keySet());
        coverage.items().forEach(item -> unknown.remove(item.id()));

        assertThat(unknown).isEmpty();
    }

    @Test
    void reasonsBelongToItemsThatExistAndAreNotShown() {
        assertThat(coverage.ids(item -> coverage.isExplained(item) && !coverage.isShown(item)))
                .hasSameElementsAs(coverage.reasons().keySet());
    }

    @Test
    void everyItemIsShownOrHasItsReason() {
        assertThat(coverage.ids(item -> !coverage.isShown(item) && !coverage.isExplained(item)))
                .isEmpty();
    }

    @Test
    void almostEverythingIsShown() {
        assertThat(coverage.percentShown()).isGreaterThanOrEqualTo(95);
    }

    /** Of sending, webhooks, templates and media only what cannot be had on one machine, or what nobody has described. */
    @Test
    void everythingInTheCoreIsShown() {
        assertThat(coverage.ids(item -> item.isCore() && !coverage.isShown(item)))
                .isSubsetOf("A10.46");
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        var page = Csv.document("simulator.md");
        if (WRITE) {
            Files.writeString(page, CoverageDocument.of(coverage));
        }
        assertThat(page).content().isEqualTo(CoverageDocument.of(coverage));
    }
}
