package io.posthorn.simulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.simulator.control.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
    @TempDir
    Path folder;

    @Test
    void replacesTheFileAsAWhole() {
        var file = new SnapshotFile(folder.resolve("worlds.json"));

        assertThat(file.read()).isEmpty();
        file.write(Json.object().put("form", 1));
        file.write(Json.object().put("form", 2));

        assertThat(file.read()).contains(Json.object().put("form", 2));
        assertThat(folder.toFile().list()).containsExactly("worlds.json");
    }

    @Test
    void saysWhichFileIsDamaged() throws Exception {
        var path = Files.writeString(folder.resolve("worlds.json"), "{\"form\":1,\"wor");

        assertThatThrownBy(() -> new SnapshotFile(path).read())
                .isInstanceOf(UnusableSnapshot.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("Move it away");
    }

    @Test
    void saysThatItCannotBeWritten() {
        var nowhere = new SnapshotFile(folder.resolve("no such folder").resolve("worlds.json"));

        assertThatThrownBy(() -> nowhere.write(Json.object())).hasMessageContaining("cannot be written");
    }
}
