package io.posthorn.messaging.content;

import io.posthorn.cloudapi.message.Recipient;

/** How whom a message is for stands with its task: the digits of a phone, or a business-scoped user id. */
public final class Addresses {
    private Addresses() {}

    public static boolean isUserId(String address) {
        return Recipient.USER_ID.matcher(address).matches();
    }

    static Recipient recipient(String address) {
        return isUserId(address) ? new Recipient.User(address) : new Recipient.Phone("+" + address);
    }
}
