package io.posthorn.messaging.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.cloudapi.webhook.InboundMessage;
import io.posthorn.cloudapi.webhook.WebhookBody;
import io.posthorn.messaging.Webhooks;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InboundWordsTest {
    @Test
    void aTappedButtonOfATemplateShowsItsTextAndPayload() {
        var content = content("""
                "type":"button","button":{"text":"Stop","payload":"stop:A-17"},"context":{"from":"1555","id":"wamid.OUT"}""");

        assertThat(content.getString("text")).isEqualTo("Stop");
        assertThat(content.getString("payload")).isEqualTo("stop:A-17");
        assertThat(content.getString("contextMessageId")).isEqualTo("wamid.OUT");
    }

    @Test
    void aChosenReplyShowsWhatWasChosen() {
        var content = content("""
                "type":"interactive","context":{"id":"wamid.OUT"},
                "interactive":{"type":"list_reply","list_reply":{"id":"row-1","title":"Tuesday","description":"at 9"}}""");

        assertThat(content.getString("kind")).isEqualTo("list_reply");
        assertThat(content.getString("text")).isEqualTo("Tuesday");
        assertThat(content.getString("payload")).isEqualTo("row-1");
        assertThat(content.getString("contextMessageId")).isEqualTo("wamid.OUT");
    }

    @Test
    void anInteractiveMessageWithoutItsObjectIsKeptRaw() {
        assertThat(content("\"type\":\"interactive\"").containsKey("raw")).isTrue();
    }

    @Test
    void anImageIsNamedAsMetaNamesIt() {
        var content = content("""
                "type":"image","image":{"id":"700","mime_type":"image/jpeg","sha256":"ab","caption":"look","url":"https://x"}""");

        assertThat(content.getMap())
                .containsEntry("providerMediaId", "700")
                .containsEntry("mimeType", "image/jpeg")
                .containsEntry("caption", "look")
                .doesNotContainKey("url");
    }

    private static JsonObject content(String fields) {
        var body = Webhooks.body(Webhooks.entry(Webhooks.messages("1", """
                {"from":"15550002000","id":"wamid.IN","timestamp":"1790000000",%s}""".formatted(fields))));
        var item = WebhookBody.parse(body.getBytes(StandardCharsets.UTF_8))
                .changes()
                .findFirst()
                .orElseThrow()
                .items()
                .getFirst();
        return ReadMessage.of((InboundMessage) item).content();
    }
}
