package io.posthorn.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipientsTest {
    private static final Path OURS = Path.of("../examples/demo/recipients.csv");

    @Test
    void isAListAsPeopleKeepThem() {
        var recipients = Recipients.read(OURS);

        assertThat(recipients).hasSizeGreaterThanOrEqualTo(200);
        assertThat(recipients)
                .extracting(Recipient::phone)
                .anyMatch(phone -> phone.startsWith("00"))
                .anyMatch(phone -> phone.endsWith("@c.us"))
                .anyMatch(phone -> phone.contains("("));
        assertThat(recipients).anyMatch(recipient -> recipient.name().contains("é"));
        var orders = new HashSet<String>();
        assertThat(recipients.stream().filter(recipient -> !orders.add(recipient.key())))
                .as("people who are named again")
                .hasSizeGreaterThan(10);
    }

    @Test
    void tellsTheLineOfEachRow(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("list.csv"), "name,phone,order,pickup\n\"Peña, Zoë\",+1 415 555 0100,B-1,\"10–14 h\"\n");

        var recipients = Recipients.read(file);

        assertThat(recipients).containsExactly(new Recipient(2, "Peña, Zoë", "+1 415 555 0100", "B-1", "10–14 h"));
    }

    @Test
    void refusesAListWithoutItsColumns(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("list.csv"), "who\nAna\n");

        assertThatThrownBy(() -> Recipients.read(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("list.csv");
    }
}
