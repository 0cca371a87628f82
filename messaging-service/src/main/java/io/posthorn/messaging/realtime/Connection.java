package io.posthorn.messaging.realtime;

/** The wire under a stream: for when the client does not take what is written. */
interface Connection {
    boolean isClosed();

    void abort();
}
