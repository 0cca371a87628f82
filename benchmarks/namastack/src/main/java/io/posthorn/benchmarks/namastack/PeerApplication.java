package io.posthorn.benchmarks.namastack;

import io.namastack.outbox.Outbox;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.transaction.support.TransactionTemplate;

/** Relays until it is stopped. Its first record is one of its own: whoever fills the table copies its form. */
@SpringBootApplication
public class PeerApplication implements ApplicationRunner {
    private static final PeerEvent SAMPLE = new PeerEvent("sample", "sample", "sample", 0, "", "", "{}");

    private final Outbox outbox;
    private final TransactionTemplate transactions;

    PeerApplication(Outbox outbox, TransactionTemplate transactions) {
        this.outbox = outbox;
        this.transactions = transactions;
    }

    public static void main(String[] arguments) {
        SpringApplication.run(PeerApplication.class, arguments);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transactions.executeWithoutResult(begun -> outbox.schedule(SAMPLE, "sample", Map.of()));
    }
}
