package io.posthorn.devstack.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds. {@code takenAt} is the moment of which every schema tells; {@code keys} are marks by which envelope keys
 * are recognised, without being told.
 */
public record Manifest(
        int format,
        String takenAt,
        String postgres,
        Map<String, String> keys,
        List<SchemaPart> schemas,
        MediaPart media) {
    static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** One service's schema; {@code shape} is a hash of its definition. */
    public record SchemaPart(
            String name,
            String shape,
            List<Migrations.Applied> migrations,
            List<TablePart> tables,
            Map<String, Long> sequences) {}

    /** The rows of one table or partition: how many, a hash that their order does not change, and the file that has them. */
    public record TablePart(
            String name,
            String parent,
            String bound,
            List<String> options,
            List<String> columns,
            long rows,
            String hash,
            String file,
            String sha256) {}

    /** The stored files; {@code missing} had gone before they could be copied. */
    public record MediaPart(boolean included, long files, long bytes, long missing) {}

    public long rows() {
        return schemas.stream()
                .flatMap(schema -> schema.tables().stream())
                .mapToLong(TablePart::rows)
                .sum();
    }

    void write(Path folder) throws IOException {
        JSON.writeValue(file(folder).toFile(), this);
    }

    public static Manifest read(Path folder) {
        if (!Files.isRegularFile(file(folder))) {
            throw new StartFailure(
                    folder + " is no backup: it has no " + file(folder).getFileName());
        }
        try {
            var manifest = JSON.readValue(file(folder).toFile(), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new StartFailure(
                        "%s has format %d; this Posthorn reads format %d".formatted(folder, manifest.format(), FORMAT));
            }
            return manifest;
        } catch (IOException unreadable) {
            throw new StartFailure(file(folder) + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("manifest.json");
    }
}
