package io.posthorn.endtoend.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.devstack.stack.Part;
import io.posthorn.endtoend.Repository;
import io.posthorn.endtoend.configuration.ConfigurationDocument.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationDocumentTest {
    private static final Pattern VARIABLE = Pattern.compile("\\bPOSTHORN_[A-Z_]*[A-Z]\\b");
    private static final Pattern ASSIGNED = Pattern.compile("(?m)^([A-Z][A-Z0-9_]*)=");

    private final ConfigurationDocument document = new ConfigurationDocument();
    private final PropertyFiles files = new PropertyFiles();

    @Test
    void describesEverySettingThatIsUsed() {
        var used = used();

        var undescribed = used.stream()
                .map(Setting::property)
                .filter(name -> document.rows().stream().noneMatch(row -> row.describes(name)))
                .distinct();

        assertThat(used).hasSizeGreaterThan(30);
        assertThat(undescribed).isEmpty();
    }

    @Test
    void describesNothingThatIsGone() {
        var used = used();

        var gone = document.rows().stream()
                .filter(row -> used.stream().noneMatch(setting -> row.describes(setting.property())))
                .map(Row::property);

        assertThat(gone).isEmpty();
    }

    @Test
    void namesTheVariableThatTheSettingReallyHas() {
        assertThat(document.rows())
                .allSatisfy(row -> assertThat(row.variable()).isEqualTo(Setting.environmentName(row.property())));
    }

    @Test
    void givesTheDefaultsThatTheCodeHas() {
        var wrong = new ArrayList<String>();

        for (var setting : used()) {
            setting.value().filter(value -> !value.isEmpty()).ifPresent(value -> document.rows().stream()
                    .filter(row -> row.describes(setting.property()))
                    .filter(row -> !row.property().contains("<name>")
                            || setting.property().contains("<name>"))
                    .filter(row -> !row.defaults().contains("`" + value + "`"))
                    .forEach(row -> wrong.add(setting.property() + " is " + value)));
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void namesTheVariablesThatAreReadAsTheyAre() {
        var names = new TreeSet<>(files.outsideNames());
        Arrays.stream(Part.values()).map(Part::portVariable).forEach(names::add);
        Repository.files(file -> file.toString().equals("posthorn")
                        || file.startsWith("devstack/src/main")
                                && file.toString().endsWith(".java"))
                .forEach(file -> VARIABLE.matcher(Repository.read(Repository.ROOT.resolve(file)))
                        .results()
                        .forEach(found -> names.add(found.group())));

        assertThat(names)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(document.names(name)).as(name).isTrue());
    }

    @Test
    void namesWhatTheExampleFilesSet() {
        for (var file : List.of(".env.example", ".env.production.example")) {
            var assigned = ASSIGNED.matcher(Repository.read(file)).results().map(found -> found.group(1));

            assertThat(assigned).as(file).isNotEmpty().allSatisfy(name -> assertThat(document.names(name))
                    .as(name)
                    .isTrue());
        }
    }

    private List<Setting> used() {
        var used = new ArrayList<>(files.settings());
        used.addAll(SourceCode.settings());
        return used;
    }
}
