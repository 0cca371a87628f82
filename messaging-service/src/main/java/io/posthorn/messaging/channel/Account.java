package io.posthorn.messaging.channel;

import java.util.UUID;

/** A WhatsApp Business account that a webhook names, and the app whose secret signed that webhook. */
public record Account(UUID signedBy, String wabaId) {}
