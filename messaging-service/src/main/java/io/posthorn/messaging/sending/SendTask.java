package io.posthorn.messaging.sending;

import java.util.UUID;

/** A claimed message of a lane: who it is for and how often it was tried. */
record SendTask(UUID messageId, String recipient, int attempts) {}
