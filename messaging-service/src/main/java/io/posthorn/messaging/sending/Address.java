package io.posthorn.messaging.sending;

import io.posthorn.messaging.conversation.Conversation;

/** Where a message goes: the conversation it belongs to and the digits of the number. */
record Address(Conversation conversation, String phone) {}
