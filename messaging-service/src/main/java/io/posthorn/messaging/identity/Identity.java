package io.posthorn.messaging.identity;

/** How WhatsApp knows a customer. Scope is empty for phones and the business portfolio for user ids. */
public record Identity(String kind, String scope, String value) {
    public static Identity phone(String digits) {
        return new Identity("phone", "", digits);
    }

    public boolean isUserId() {
        return kind.equals("bsuid");
    }

    public static Identity userId(String scope, String userId) {
        return new Identity("bsuid", scope, userId);
    }
}
