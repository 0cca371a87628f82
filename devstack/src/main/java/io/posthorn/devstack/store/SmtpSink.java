package io.posthorn.devstack.store;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A mail server that accepts everything and keeps it in memory, so no mail leaves the machine. */
public final class SmtpSink implements AutoCloseable {
    /** It tells of every address that it sees, as if it were a password. Held, because the logger forgets its level otherwise. */
    private static final Logger LOG = Logger.getLogger("com.icegreen.greenmail");

    private final GreenMail mail;

    private SmtpSink(GreenMail mail) {
        this.mail = mail;
    }

    /** Port 0 takes a free one. */
    public static SmtpSink start(int port) {
        LOG.setLevel(Level.WARNING);
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return new SmtpSink(mail);
    }

    public int port() {
        return mail.getSmtp().getPort();
    }

    public List<MimeMessage> received() {
        return List.of(mail.getReceivedMessages());
    }

    @Override
    public void close() {
        mail.stop();
    }
}
