package io.posthorn.devstack.deadletter;

import io.posthorn.contracts.Topics;
import io.posthorn.devstack.process.StartFailure;
import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.StackPorts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what consumers could not digest, and gives it to them again when the reason is gone. */
@Command(name = "dead-letters", description = "Show events that no consumer could digest, or replay them")
public final class DeadLettersCommand implements Callable<Integer> {
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @Option(names = "--topic", description = "Only of this topic, for example posthorn.contact.v1")
    private String topic;

    @Option(names = "--replay", description = "Send those that are shown to their topic again")
    private boolean replay;

    @Option(names = "--limit", defaultValue = "100", description = "At most so many (default: ${DEFAULT-VALUE})")
    private int limit;

    @Option(names = "--home", hidden = true)
    private String home;

    @Option(names = "--root", hidden = true)
    private String root;

    @Override
    public Integer call() throws Exception {
        KAFKA.setLevel(Level.SEVERE);
        if (topic != null && !Topics.ALL.contains(topic)) {
            throw new StartFailure(
                    "There is no topic %s. There are: %s".formatted(topic, String.join(", ", Topics.ALL)));
        }
        try (var letters = new DeadLetters(kafka())) {
            var found = letters.waiting(topic == null ? Topics.ALL : List.of(topic), limit);
            found.forEach(DeadLettersCommand::print);
            if (replay && !found.isEmpty()) {
                letters.replay(found);
            }
            System.out.println(summary(found.size()));
            return 0;
        } catch (KafkaException away) {
            throw new StartFailure("Kafka at %s does not answer: %s".formatted(kafka(), away.getMessage()), away);
        }
    }

    private String summary(int count) {
        if (count == 0) {
            return "No dead letters.";
        }
        return replay
                ? "%d replayed. What fails again comes back here.".formatted(count)
                : "%d waiting. Replay them with --replay when the reason is gone.".formatted(count);
    }

    private static void print(DeadLetter letter) {
        System.out.printf(
                "%s  %s  %s  %s%n    %s%n",
                Instant.ofEpochMilli(letter.record().timestamp()),
                letter.topic(),
                letter.type(),
                letter.id(),
                letter.reason());
    }

    private static String kafka() {
        return Optional.ofNullable(System.getenv("POSTHORN_KAFKA_BOOTSTRAP_SERVERS"))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> "localhost:"
                        + StackPorts.fromEnvironment(System.getenv()).of(Part.KAFKA));
    }
}
