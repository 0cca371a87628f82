package io.posthorn.cloudapi.graph;

import java.util.Objects;
import java.util.regex.Pattern;

/** What proves to Meta who calls. Never shows itself. */
public record Credentials(String accessToken) {
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    public Credentials {
        Objects.requireNonNull(accessToken, "accessToken");
    }

    /** An app itself, for the few calls that concern apps and tokens. */
    public static Credentials ofApp(String appId, String appSecret) {
        return new Credentials(appId + "|" + appSecret);
    }

    /** False for what cannot stand in a header, such as a token pasted with its line break. */
    boolean areSendable() {
        return VISIBLE.matcher(accessToken).matches();
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
