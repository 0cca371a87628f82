package io.posthorn.telemetry.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sent to +14155552671 today | Sent to [number] today",
                "Sent to +1 (415) 555-2671. | Sent to [number].",
                "Key (phone)=(14155552671) exists | Key (phone)=([number]) exists",
                "GET /contacts/14155552671 failed | GET /contacts/[number] failed",
                "to=14155552671@c.us | to=[email]",
                "Mail to ana.maria+shop@example.co.uk bounced | Mail to [email] bounced",
                "Authorization: Bearer abc.DEF-123_~= refused | Authorization: [secret] refused",
                "key ph_live_0123_abcDEF is gone | key [secret] is gone",
                "token eyJhbGciOi.eyJzdWIi.c2ln expired | token [secret] expired",
                "EAAGm0PX4ZCpsBAKZCZCxyz1234567890 | [secret]",
                "https://graph.facebook.com/x?access_token=abc123&a=b | https://graph.facebook.com/x?access_token=[secret]&a=b",
                "{\"password\":\"hunter22\",\"a\":1} | {\"password\":\"[secret]\",\"a\":1}",
                "postgresql://owner:s3cret@db:5432/x | postgresql://[secret]@db:5432/x",
                "wamid.HBgLMTQxNTU1NTI2NzEVAgARGBI= failed | [secret] failed"
            })
    void takesOutWhatNamesPeopleOrOpensDoors(String said, String maySay) {
        assertThat(Redaction.of(said)).isEqualTo(maySay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message 019a2b3c-4d5e-7f60-8123-456789012345 is sent",
                "trace 0af7651916cd43dd8448eb211c80319c, span b7ad6b7169203331",
                "At 2026-11-21T20:15:33.123Z, 2026-11-21 after 1234 ms",
                "Connection refused: localhost/127.0.0.1:15432",
                "route=/api/v1/contacts status=200 ms=12 bytes=4096",
                "Listening on http://0.0.0.0:8082"
            })
    void leavesWhatNamesNobody(String said) {
        assertThat(Redaction.of(said)).isSameAs(said);
    }

    @Test
    void changesTheRecordWithItsParametersAndFailures() {
        var record = new ExtLogRecord(Level.SEVERE, "Call to %s failed", ExtLogRecord.FormatStyle.PRINTF, "Test");
        record.setParameters(new Object[] {"+14155552671"});
        record.setThrown(new IllegalStateException(
                "outer", new IllegalArgumentException("Key (to)=(14155552671) is there already")));

        new RedactingFilter().isLoggable(record);

        assertThat(record.getFormattedMessage()).isEqualTo("Call to [number] failed");
        assertThat(record.getParameters()).isNull();
        assertThat(record.getThrown()).hasToString("java.lang.IllegalStateException: outer");
        assertThat(record.getThrown().getCause())
                .hasToString("java.lang.IllegalArgumentException: Key (to)=([number]) is there already");
    }

    @Test
    void leavesHarmlessFailuresAsTheyAre() {
        var failure = new IllegalStateException("closed");
        var record = new ExtLogRecord(Level.SEVERE, "Call failed", "Test");
        record.setThrown(failure);

        new RedactingFilter().isLoggable(record);

        assertThat(record.getThrown()).isSameAs(failure);
    }
}
