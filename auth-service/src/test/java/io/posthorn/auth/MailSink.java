package io.posthorn.auth;

import static io.posthorn.testkit.Patience.await;

import io.posthorn.devstack.store.SmtpSink;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A mail server for the service under test; it keeps what it gets. */
public class MailSink implements QuarkusTestResourceLifecycleManager {
    private static final Pattern CODE = Pattern.compile("phm_[A-Za-z0-9_-]{64}");
    private static SmtpSink sink;

    /** What a person finds in a mailbox. */
    public record Mail(String subject, String text, String html, String messageId, String from) {
        public String code() {
            var found = CODE.matcher(text);
            if (!found.find()) {
                throw new AssertionError("No code in: " + text);
            }
            return found.group();
        }
    }

    @Override
    public synchronized Map<String, String> start() {
        if (sink == null) {
            sink = SmtpSink.start(0);
        }
        return Map.of("posthorn.smtp.port", Integer.toString(sink.port()));
    }

    /** Serves the tests that follow, and ends with the JVM. */
    @Override
    public void stop() {}

    /** Everything that the address got until now, the oldest first. */
    public static List<Mail> to(String address) {
        return sink.received().stream()
                .filter(message -> isTo(message, address))
                .map(MailSink::mail)
                .toList();
    }

    /** Waits for the newest letter with such a subject. */
    public static Mail letter(String address, String subject) {
        return await("a letter about " + subject)
                .until(
                        () -> to(address).stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    message.getSubject(),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    message.getMessageID(),
                    message.getFrom()[0].toString());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart inner = parts.getBodyPart(at);
                var found = part(inner, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
