package io.posthorn.cloudapi.templatecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/templates/rules.md} shows is true. */
class RuleExamplesTest {
    @Test
    void everyRuleHasOne() {
        assertThat(RuleExample.all()).extracting(RuleExample::rule).containsExactlyInAnyOrder(Rule.values());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theAcceptedOneKeepsTheRule(RuleExample example) {
        var found = TemplateCheck.check(example.kept());

        assertThat(Finding.refusals(found)).isEmpty();
        assertThat(found).extracting(Finding::rule).doesNotContain(example.rule());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRefusedOneBreaksItThere(RuleExample example) {
        assertThat(TemplateCheck.check(example.broken()))
                .filteredOn(finding -> finding.rule() == example.rule())
                .extracting(Finding::pointer)
                .contains(example.reported());
    }

    @ParameterizedTest
    @MethodSource("mendable")
    void whatIsMendedIsClean(RuleExample example) {
        var mended = Mended.of(example.broken());

        assertThat(mended.changes())
                .extracting(Change::code)
                .contains(example.rule().code());
        assertThat(Finding.refusals(mended.findings())).isEmpty();
        assertThat(mended.findings())
                .filteredOn(finding -> finding.fix().isPresent())
                .isEmpty();
    }

    @Test
    void manyRulesCanBeMended() {
        assertThat(mendable()).hasSizeGreaterThan(30);
    }

    static List<RuleExample> examples() {
        return RuleExample.all();
    }

    static List<RuleExample> mendable() {
        return RuleExample.all().stream().filter(RuleExamplesTest::isMendable).toList();
    }

    static boolean isMendable(RuleExample example) {
        return TemplateCheck.check(example.broken()).stream()
                .anyMatch(finding ->
                        finding.rule() == example.rule() && finding.fix().isPresent());
    }
}
