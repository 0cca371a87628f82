package io.posthorn.template.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.posthorn.testkit.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What media-service does: a resumable upload, whose handle Meta takes as an example. */
final class Upload {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final byte[] MP4 = {0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0};

    private Upload() {}

    static String png(World world) {
        return file(world, "image/png");
    }

    static String file(World world, String mimeType) {
        var bytes =
                switch (mimeType) {
                    case "video/mp4" -> MP4;
                    case "application/pdf" -> "%PDF-1.7 nothing more".getBytes(StandardCharsets.US_ASCII);
                    default -> PNG;
                };
        var session = post(
                world,
                "/v25.0/%s/uploads?file_name=a&file_length=%d&file_type=%s"
                        .formatted(world.appId(), bytes.length, mimeType),
                new byte[0],
                "id");
        return post(world, "/v25.0/" + session, bytes, "h");
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
