package io.posthorn.media.compatible;

/** What Meta answers when there is nothing else to say. */
record GraphSuccess(boolean success) {}
