package io.posthorn.devstack.backup;

import io.posthorn.devstack.backup.Manifest.MediaPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Copies the files that the rows of media-service name, as it lays them out: {@code <workspace>/<two digits>/<name>}. */
final class MediaFiles {
    private static final String NAMED =
            "select workspace_id, storage_name from media.media order by workspace_id, storage_name";
    private static final int PAGE = 1000;

    private MediaFiles() {}

    static MediaPart copy(Connection connection, Path from, Path to) throws SQLException, IOException {
        long files = 0;
        long bytes = 0;
        long missing = 0;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(PAGE);
            var rows = statement.executeQuery(NAMED);
            while (rows.next()) {
                var place = place(rows.getObject(1, UUID.class), rows.getString(2));
                try {
                    Files.createDirectories(to.resolve(place).getParent());
                    Files.copy(
                            from.resolve(place),
                            to.resolve(place),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.COPY_ATTRIBUTES);
                    bytes += Files.size(to.resolve(place));
                    files++;
                } catch (NoSuchFileException deleted) {
                    missing++;
                }
            }
        }
        return new MediaPart(true, files, bytes, missing);
    }

    private static Path place(UUID workspaceId, String name) {
        if (!name.matches("[0-9a-f]{32}")) {
            throw new IllegalStateException("A stored file of workspace " + workspaceId + " has an unexpected name");
        }
        return Path.of(workspaceId.toString(), name.substring(0, 2), name);
    }
}
