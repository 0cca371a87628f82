package io.posthorn.template.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.testkit.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** What media-service does: a resumable upload, whose handle Meta takes as an example. */
final class Upload {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Upload() {}

    static String png(World world) {
        var session = post(
                world,
                "/v25.0/%s/uploads?file_name=a.png&file_length=%d&file_type=image/png"
                        .formatted(world.appId(), PNG.length),
                new byte[0],
                "id");
        return post(world, "/v25.0/" + session, PNG, "h");
    }

    private static String post(World world, String path, byte[] body, String field) {
        var request = HttpRequest.newBuilder(URI.create(world.simulator() + path))
                .header("Authorization", "OAuth " + world.accessToken())
                .header("file_offset", "0")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            var value = new ObjectMapper().readTree(answer.body()).path(field).asText();
            if (value.isEmpty()) {
                throw new IllegalStateException(answer.body());
            }
            return value;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
