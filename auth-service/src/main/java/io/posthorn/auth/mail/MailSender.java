package io.posthorn.auth.mail;

import io.posthorn.kit.background.Background;
import io.posthorn.kit.tenant.WorkerTransaction;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Hands letters to the mail server. What it does not take is offered again, a bounded number of times; a crash between its
 * answer and ours sends a letter a second time, with the same Message-ID.
 */
@Startup
@ApplicationScoped
class MailSender {
    private static final Logger LOG = Logger.getLogger(MailSender.class);
    /** Shorter than the first pause, or a letter that is under way would be sent beside itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofDays(7);

    private final WorkerTransaction worker;
    private final MailStore store;
    private final SealedLetters sealedLetters;
    private final LetterPrinter printer;
    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final Clock clock;

    MailSender(
            WorkerTransaction worker,
            MailStore store,
            SealedLetters sealedLetters,
            LetterPrinter printer,
            ReactiveMailer mailer,
            MailConfig config,
            Clock clock,
            Background background) {
        this.worker = worker;
        this.store = store;
        this.sealedLetters = sealedLetters;
        this.printer = printer;
        this.mailer = mailer;
        this.config = config;
        this.clock = clock;
        background.loop("mail-sender", this::sendDue);
    }

    private Uni<Duration> sendDue() {
        var now = clock.instant();
        return worker.connection(connection -> store.cleanBefore(connection, now.minus(KEPT))
                        .chain(() -> store.claim(connection, now, config.firstPause())))
                .call(claimed -> Multi.createFrom()
                        .iterable(claimed.expired())
                        .onItem()
                        .transformToUniAndConcatenate(this::giveUp)
                        .collect()
                        .last())
                .call(claimed -> Multi.createFrom()
                        .iterable(claimed.due())
                        .onItem()
                        .transformToUni(this::send)
                        .merge(MailStore.BATCH)
                        .collect()
                        .last())
                .map(claimed -> claimed.due().size() + claimed.expired().size() == MailStore.BATCH
                        ? Duration.ZERO
                        : config.pollEvery());
    }

    /** Its own failure is its own: the others of the batch are sent all the same. */
    private Uni<Void> send(DueLetter letter) {
        return Uni.createFrom()
                .item(() -> sealedLetters.open(letter))
                .chain(opened -> printer.print(letter.id(), opened))
                .chain(mail -> mailer.send(mail))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .chain(() -> mark(letter, clock.instant()))
                .onFailure()
                .recoverWithUni(failure -> failed(letter, failure));
    }

    private Uni<Void> mark(DueLetter letter, Instant now) {
        return worker.connection(connection -> store.sent(connection, letter, now));
    }

    private Uni<Void> failed(DueLetter letter, Throwable failure) {
        if (letter.tries() < config.mostTries()) {
            LOG.warnf("Letter %s was not taken (try %d): %s", letter.id(), letter.tries(), failure);
            return Uni.createFrom().voidItem();
        }
        LOG.errorf("Letter %s was never taken: %s", letter.id(), failure);
        return giveUp(letter);
    }

    private Uni<Void> giveUp(DueLetter letter) {
        return worker.connection(connection -> store.giveUp(connection, letter));
    }
}
