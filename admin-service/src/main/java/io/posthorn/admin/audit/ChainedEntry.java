package io.posthorn.admin.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/** An entry in its place in the workspace's chain. Hashes are hex. */
record ChainedEntry(
        UUID workspaceId, long sequence, AuditEntry entry, Instant recordedAt, String previousHash, String hash) {
    private static final String FORM = "posthorn-audit-1";

    /** The entry that follows a head. */
    static ChainedEntry after(ChainHead head, UUID workspaceId, AuditEntry entry) {
        var unsealed = new ChainedEntry(workspaceId, head.sequence() + 1, entry, head.recordedAt(), head.hash(), null);
        return new ChainedEntry(
                workspaceId,
                unsealed.sequence,
                entry,
                unsealed.recordedAt,
                unsealed.previousHash,
                unsealed.computedHash());
    }

    boolean follows(long lastSequence, String lastHash) {
        return sequence == lastSequence + 1
                && previousHash.equals(lastHash)
                && computedHash().equals(hash);
    }

    /** SHA-256 over the previous hash and every field; texts carry their length, so no two contents read the same. */
    private String computedHash() {
        try {
            var bytes = new ByteArrayOutputStream();
            write(new DataOutputStream(bytes));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void write(DataOutputStream out) throws IOException {
        text(out, FORM);
        out.write(HexFormat.of().parseHex(previousHash));
        text(out, workspaceId.toString());
        out.writeLong(sequence);
        text(out, entry.id().toString());
        text(out, entry.action());
        text(out, entry.actorId() == null ? null : entry.actorId().toString());
        text(out, entry.subjectType());
        text(out, entry.subjectId().toString());
        text(out, entry.traceId());
        out.writeLong(micros(entry.occurredAt()));
        out.writeLong(micros(recordedAt));
        out.writeInt(entry.details().size());
        for (var detail : entry.details().entrySet()) {
            text(out, detail.getKey());
            text(out, detail.getValue());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
