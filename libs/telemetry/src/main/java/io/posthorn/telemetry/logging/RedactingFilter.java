package io.posthorn.telemetry.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Every record passes here on its way to the console, whoever wrote it. */
@LoggingFilter(name = "redact")
public final class RedactingFilter implements Filter {
    @Override
    public boolean isLoggable(LogRecord record) {
        redact(record);
        return true;
    }

    /** Changes the record itself, so that no other handler sees more. */
    @SuppressWarnings("ReferenceEquality")
    public static void redact(LogRecord record) {
        var said = record instanceof ExtLogRecord extended ? extended.getFormattedMessage() : record.getMessage();
        var maySay = Redaction.of(said);
        if (maySay != said) {
            if (record instanceof ExtLogRecord extended) {
                extended.setMessage(maySay, ExtLogRecord.FormatStyle.NO_FORMAT);
            } else {
                record.setMessage(maySay);
            }
            record.setParameters(null);
        }
        if (record.getThrown() != null) {
            record.setThrown(RedactedException.of(record.getThrown()));
        }
    }
}
