package io.posthorn.auth.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes a mail of a letter: HTML, and the same as plain text. */
@ApplicationScoped
class LetterPrinter {
    private final Template html;
    private final Template text;
    private final MailConfig config;

    LetterPrinter(
            @Location("mail/letter.html") Template html,
            @Location("mail/letter.txt") Template text,
            MailConfig config) {
        this.html = html;
        this.text = text;
        this.config = config;
    }

    /** One letter has one Message-ID however often it is sent, so that mailboxes know it again. */
    Uni<Mail> print(UUID id, Letter letter) {
        return filled(text, letter).createUni().chain(plain -> filled(html, letter)
                .createUni()
                .map(page -> Mail.withHtml(letter.recipient(), LetterWords.subject(letter), page)
                        .setText(plain)
                        .addHeader("Message-ID", "<%s@letters.posthorn>".formatted(id))
                        .addHeader("Auto-Submitted", "auto-generated")));
    }

    private TemplateInstance filled(Template template, Letter letter) {
        return template.data("language", letter.language().tag())
                .data("direction", letter.language().direction())
                .data("subject", LetterWords.subject(letter))
                .data("greeting", LetterWords.greeting(letter))
                .data("text", LetterWords.text(letter))
                .data("closing", LetterWords.closing(letter))
                .data("hasCode", letter.code() != null)
                .data("action", letter.code() == null ? "" : LetterWords.action(letter))
                .data("codeHint", LetterWords.codeHint(letter))
                .data("code", letter.code() == null ? "" : letter.code())
                .data("link", link(letter));
    }

    /** In the fragment, which browsers send to nobody. Empty without an application that takes it. */
    private String link(Letter letter) {
        return letter.code() == null
                ? ""
                : config.pages()
                        .map(pages -> "%s/%s#token=%s"
                                .formatted(
                                        pages.toString().replaceAll("/+$", ""),
                                        letter.kind().page(),
                                        letter.code()))
                        .orElse("");
    }
}
