package io.posthorn.simulator.media;

import java.io.ByteArrayOutputStream;

/** A resumable upload on its way. */
final class UploadSession {
    private final String id;
    private final String signature;
    private final String mimeType;
    private final int length;
    private int pieces;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    UploadSession(String id, String signature, String mimeType, int length) {
        this.id = id;
        this.signature = signature;
        this.mimeType = mimeType;
        this.length = length;
    }

    /** With the signature, as it goes into the path of the next calls. */
    String address() {
        return id + "?sig=" + signature;
    }

    String id() {
        return id;
    }

    boolean isSignedWith(String other) {
        return signature.equals(other);
    }

    String mimeType() {
        return mimeType;
    }

    synchronized int offset() {
        return received.size();
    }

    synchronized byte[] bytes() {
        return received.toByteArray();
    }

    /** In how many pieces the bytes came. */
    synchronized int pieces() {
        return pieces;
    }

    boolean isComplete() {
        return offset() == length;
    }

    /** False when the bytes do not follow what is there, or are more than were announced. */
    synchronized boolean append(int offset, byte[] more) {
        if (offset != received.size() || offset + more.length > length) {
            return false;
        }
        received.writeBytes(more);
        pieces++;
        return true;
    }
}
