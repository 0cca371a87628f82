package io.posthorn.endtoend.configuration;

import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the properties files of all modules set and mention. */
final class PropertyFiles {
    private static final Pattern FALLBACK = Pattern.compile("\\$\\{([^:{}]+):([^{}]*)}");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^:{}]+)}");
    private static final Pattern OUTSIDE_NAME = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    private final List<Map.Entry<String, String>> entries = new ArrayList<>();

    PropertyFiles() {
        Repository.files(PropertyFiles::isConfiguration).forEach(this::load);
    }

    /** The settings that have a value here or are used by another property. */
    List<Setting> settings() {
        var settings = new ArrayList<Setting>();
        for (var entry : entries) {
            if (entry.getKey().startsWith("posthorn.")) {
                settings.add(new Setting(entry.getKey(), Optional.of(plain(entry.getValue()))));
            }
            REFERENCE
                    .matcher(entry.getValue())
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> name.startsWith("posthorn."))
                    .forEach(name -> settings.add(new Setting(name, Optional.empty())));
        }
        return settings;
    }

    /** Names such as PORT, which are read as they are. */
    Set<String> outsideNames() {
        var names = new TreeSet<String>();
        entries.forEach(
                entry -> OUTSIDE_NAME.matcher(entry.getValue()).results().forEach(found -> names.add(found.group(1))));
        return names;
    }

    /** Fallbacks are taken, references are shown by their name. */
    private static String plain(String value) {
        var fallbacks = value;
        while (FALLBACK.matcher(fallbacks).find()) {
            fallbacks = FALLBACK.matcher(fallbacks).replaceAll("$2");
        }
        return REFERENCE.matcher(fallbacks).replaceAll("$1");
    }

    private void load(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Repository.read(Repository.ROOT.resolve(file))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%"))
                .forEach(name -> entries.add(Map.entry(name, inlined(properties, properties.getProperty(name)))));
    }

    /** References to the server's own settings are replaced by what those say. */
    private static String inlined(Properties properties, String value) {
        return REFERENCE
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).startsWith("quarkus.")
                                ? properties.getProperty(found.group(1), found.group())
                                : found.group()));
    }

    private static boolean isConfiguration(Path file) {
        return file.toString().matches(".*src/main/resources/(application|META-INF/microprofile-config)\\.properties");
    }
}
