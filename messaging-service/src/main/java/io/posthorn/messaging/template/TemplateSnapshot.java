package io.posthorn.messaging.template;

import io.vertx.core.json.JsonArray;

/** A template as it stands. {@code components} are its content in Meta's words. */
public record TemplateSnapshot(TemplateKey key, String category, String status, JsonArray components) {
    public boolean isApproved() {
        return status.equals("approved");
    }

    /** Meta takes a pause back within hours. */
    public boolean isPaused() {
        return status.equals("paused");
    }

    public boolean isMarketing() {
        return category.equals("MARKETING");
    }

    public boolean isAuthentication() {
        return category.equals("AUTHENTICATION");
    }

    /** A one-time password is asked for by whoever gets it; everything else needs a contact who has not opted out. */
    public boolean needsConsent() {
        return !isAuthentication();
    }
}
