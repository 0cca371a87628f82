package io.posthorn.gateway.route;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The file with the rows that may change while the gateway runs. */
@Singleton
class TableFile {
    private static final String ROWS = "posthorn.gateway.";
    /** Above the environment and system properties. */
    private static final int BEFORE_ALL_ELSE = 1000;

    private final Optional<Path> path;

    TableFile(TableConfig config) {
        this.path = config.file();
    }

    /** Empty where no file is named. */
    Optional<String> read() {
        return path.map(file -> {
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** The whole table: what this text says, and for the rest what the gateway was configured with. */
    static GatewayConfig over(String text) {
        var current = ConfigProvider.getConfig().unwrap(SmallRyeConfig.class);
        var builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withProfiles(current.getProfiles())
                .withMapping(GatewayConfig.class)
                .withValidateUnknown(false)
                .withSources(new PropertiesConfigSource(properties(text), "table", BEFORE_ALL_ELSE));
        for (ConfigSource source : current.getConfigSources()) {
            builder.withSources(source);
        }
        return builder.build().getConfigMapping(GatewayConfig.class);
    }

    private static Map<String, String> properties(String text) {
        var read = new Properties();
        try {
            read.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return read.stringPropertyNames().stream()
                .filter(name -> name.startsWith(ROWS))
                .collect(Collectors.toMap(name -> name, read::getProperty, (one, other) -> one, HashMap::new));
    }
}
