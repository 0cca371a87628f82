package io.posthorn.benchmarks.lists;

import io.posthorn.devstack.client.SimulatedWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Statuses as Meta posts them, in signed webhooks. */
final class StatusLoad {
    private final HttpClient http = HttpClient.newHttpClient();
    private final SimulatedWorld world;
    private final String webhookUrl;

    StatusLoad(SimulatedWorld world, String webhookUrl) {
        this.world = world;
        this.webhookUrl = webhookUrl;
    }

    void post(List<String> wamids, String state) throws IOException, InterruptedException, GeneralSecurityException {
        post(body(wamids, state));
    }

    private void post(byte[] body) throws IOException, InterruptedException, GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(world.appSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var request = HttpRequest.newBuilder(URI.create(webhookUrl))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("A webhook was answered with " + status);
        }
    }

    private byte[] body(List<String> wamids, String state) {
        long now = System.currentTimeMillis() / 1000;
        var statuses =
                wamids.stream().map(wamid -> """
                        {"id":"%s","status":"%s","timestamp":"%d","recipient_id":"15550002000"}""".formatted(wamid, state, now)).collect(Collectors.joining(","));
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"field":"messages","value":\
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001000","phone_number_id":"%s"},\
                "statuses":[%s]}}]}]}""".formatted(world.wabaId(), world.phoneNumberId(), statuses).getBytes(StandardCharsets.UTF_8);
    }
}
