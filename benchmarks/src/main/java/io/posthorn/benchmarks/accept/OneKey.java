package io.posthorn.benchmarks.accept;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Many requests with one Idempotency-Key at the same time. */
record OneKey(int accepted, int replayed, int inUse, int others) {
    static OneKey ask(int requests, String gateway, String token, UUID conversation) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var request = HttpRequest.newBuilder(URI.create(gateway + "/api/v1/messages"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(SendLoop.body(conversation, "Only once, please.")))
                .build();
        var answers = IntStream.range(0, requests)
                .mapToObj(number -> http.sendAsync(request, BodyHandlers.discarding()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        int replayed = (int) answers.stream().filter(OneKey::isReplay).count();
        int inUse = count(answers, 409);
        int accepted = count(answers, 202) - replayed;
        return new OneKey(accepted, replayed, inUse, requests - accepted - replayed - inUse);
    }

    private static boolean isReplay(HttpResponse<Void> answer) {
        return answer.statusCode() == 202
                && answer.headers().firstValue("Idempotency-Replayed").isPresent();
    }

    private static int count(List<HttpResponse<Void>> answers, int status) {
        return (int)
                answers.stream().filter(answer -> answer.statusCode() == status).count();
    }
}
