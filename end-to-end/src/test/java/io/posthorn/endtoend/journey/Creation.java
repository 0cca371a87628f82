package io.posthorn.endtoend.journey;

import io.posthorn.devstack.client.Account;
import io.posthorn.devstack.client.SimulatedWorld;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.imageio.ImageIO;

/** How a tenant makes one thing: a body that was never sent before, and another that is as good. */
public record Creation(String path, String contentType, Object body, Object otherBody) {
    private static final Map<String, Function<Tenant, Creation>> KNOWN = Map.ofEntries(
            Map.entry("/api/v1/channels", Creation::channel),
            Map.entry("/api/v1/messages", Creation::message),
            Map.entry("/api/v1/messages/bulk", Creation::bulk),
            Map.entry("/api/v1/messages/classic", Creation::classic),
            Map.entry("/api/v1/templates", Creation::template),
            Map.entry("/api/v1/templates/builder/sessions", Creation::builderSession),
            Map.entry("/api/v1/media", Creation::media),
            Map.entry("/api/v1/api-keys", Creation::apiKey),
            Map.entry("/api/v1/workspaces", Creation::workspace),
            Map.entry("/api/v1/invitations", Creation::invitation),
            Map.entry("/api/v1/applications", Creation::application));

    /** Empty for a path that nobody has written a body for. */
    public static Optional<Function<Tenant, Creation>> at(String path) {
        return Optional.ofNullable(KNOWN.get(path));
    }

    private static Creation channel(Tenant tenant) {
        return json("/api/v1/channels", channelOf(tenant), channelOf(tenant));
    }

    private static Map<String, String> channelOf(Tenant tenant) {
        return Account.channel(SimulatedWorld.create(tenant.simulator()), "Once " + unique());
    }

    private static Creation bulk(Tenant tenant) {
        return json(
                "/api/v1/messages/bulk",
                Map.of("messages", List.of(text(tenant))),
                Map.of("messages", List.of(text(tenant))));
    }

    private static Creation message(Tenant tenant) {
        return json("/api/v1/messages", text(tenant), text(tenant));
    }

    private static Map<String, Object> text(Tenant tenant) {
        return Map.of(
                "conversationId", tenant.ids().get("conversations"), "type", "text", "text", Map.of("body", unique()));
    }

    private static Creation classic(Tenant tenant) {
        return json("/api/v1/messages/classic", classic(), classic());
    }

    private static Map<String, Object> classic() {
        return Map.of("to", Tenant.CUSTOMER + "@c.us", "message", unique());
    }

    private static Creation template(Tenant tenant) {
        return json("/api/v1/templates", template(), template());
    }

    private static Map<String, Object> template() {
        return Map.of(
                "name", "once_" + unique(),
                "language", "en_US",
                "category", "UTILITY",
                "body", "Your order is on its way.");
    }

    private static Creation builderSession(Tenant tenant) {
        return json("/api/v1/templates/builder/sessions", Map.of("language", "en"), Map.of("language", "es"));
    }

    private static Creation media(Tenant tenant) {
        return new Creation("/api/v1/media", "image/png", picture(), picture());
    }

    private static Creation apiKey(Tenant tenant) {
        return json("/api/v1/api-keys", apiKey(), apiKey());
    }

    private static Map<String, Object> apiKey() {
        return Map.of("name", "Key " + unique(), "scopes", List.of("messages:read"));
    }

    private static Creation workspace(Tenant tenant) {
        return json("/api/v1/workspaces", Map.of("name", unique()), Map.of("name", unique()));
    }

    private static Creation invitation(Tenant tenant) {
        return json("/api/v1/invitations", invitation(), invitation());
    }

    private static Map<String, String> invitation() {
        return Map.of("email", unique() + "@example.com", "role", "agent");
    }

    private static Creation application(Tenant tenant) {
        return json("/api/v1/applications", Tenant.application(), Tenant.application());
    }

    private static Creation json(String path, Object body, Object otherBody) {
        return new Creation(path, "application/json", body, otherBody);
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static byte[] picture() {
        var picture = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 16; at++) {
            picture.setRGB(at % 4, at / 4, ThreadLocalRandom.current().nextInt(0x1000000));
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
