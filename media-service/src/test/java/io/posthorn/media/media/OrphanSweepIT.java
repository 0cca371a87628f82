package io.posthorn.media.media;

import static io.posthorn.testkit.Patience.LIMIT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.media.Pictures;
import io.posthorn.media.StoredFiles;
import io.posthorn.testkit.PosthornStores;
import io.posthorn.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PosthornStores.class, initArgs = @ResourceArg(name = "service", value = "media"))
class OrphanSweepIT {
    @Inject
    OrphanSweep orphans;

    private final UUID workspace = UUID.randomUUID();

    @Test
    void removesOldFilesWithoutARowAndKeepsAllOthers() throws IOException {
        given().auth()
                .oauth2(Tokens.token(workspace, "agent"))
                .contentType("image/png")
                .body(Pictures.png())
                .post("/api/v1/media")
                .then()
                .statusCode(201);
        var kept = age(StoredFiles.of(workspace).getFirst());
        var orphan = age(file("abcdef0123456789abcdef0123456789"));
        var young = file("abcdef0123456789abcdef012345678a");
        var abandoned = age(Files.writeString(StoredFiles.DIRECTORY.resolve("incoming/abandoned"), "x"));
        var stranger = age(Files.writeString(StoredFiles.DIRECTORY.resolve("README"), "not ours"));

        orphans.sweep().await().atMost(LIMIT);

        assertThat(orphan).doesNotExist();
        assertThat(abandoned).doesNotExist();
        assertThat(kept).exists();
        assertThat(young).exists();
        assertThat(stranger).exists();
    }

    private Path file(String name) throws IOException {
        var folder = StoredFiles.DIRECTORY.resolve(workspace.toString()).resolve(name.substring(0, 2));
        return Files.writeString(Files.createDirectories(folder).resolve(name), "x");
    }

    private static Path age(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }
}
