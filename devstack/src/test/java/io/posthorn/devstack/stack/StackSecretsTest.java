package io.posthorn.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackSecretsTest {
    @TempDir
    private Path home;

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        StackSecrets.loadOrCreate(home);

        var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(StackSecrets.file(home)));
        assertThat(mode).isEqualTo("rw-------");
    }

    @Test
    void areLongAndAllDifferent() {
        var secrets = StackSecrets.loadOrCreate(home);

        var auth = secrets.database("auth");
        var admin = secrets.database("admin");
        assertThat(secrets.superuserPassword()).hasSize(64);
        assertThat(new String[] {secrets.superuserPassword(), auth.owner(), auth.runtime(), auth.worker(), admin.owner()
                })
                .doesNotHaveDuplicates()
                .allMatch(secret -> secret.length() == 64);
        assertThat(Base64.getDecoder().decode(secrets.envelopeKeys().split(":")[1]))
                .hasSize(32);
    }

    @Test
    void staySameAndAreCompletedWhenOneIsMissing() throws IOException {
        var first = StackSecrets.loadOrCreate(home);
        var file = StackSecrets.file(home);
        var shortened = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("database.media.worker"))
                .toList();
        Files.write(file, shortened);

        var second = StackSecrets.loadOrCreate(home);

        assertThat(second.superuserPassword()).isEqualTo(first.superuserPassword());
        assertThat(second.envelopeKeys()).isEqualTo(first.envelopeKeys());
        assertThat(second.database("media").worker())
                .hasSize(64)
                .isNotEqualTo(first.database("media").worker());
    }

    @Test
    void areNotPrinted() {
        var secrets = StackSecrets.loadOrCreate(home);

        assertThat(secrets + " " + secrets.database("auth"))
                .doesNotContain(secrets.superuserPassword())
                .doesNotContain(secrets.database("auth").owner());
    }
}
