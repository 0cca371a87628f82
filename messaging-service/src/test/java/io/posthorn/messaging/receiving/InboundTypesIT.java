package io.posthorn.messaging.receiving;

import static io.posthorn.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.posthorn.messaging.MessagingTest;
import io.posthorn.messaging.Team;
import io.posthorn.messaging.Webhooks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every type that Meta has, and one that it has not, sent in one webhook: shown in our words, and kept as it came. */
@MessagingTest
class InboundTypesIT {
    private static final String ANA = "15550002000";

    private record Shown(String fields, String type, Map<String, Object> content) {}

    private static final Map<String, Shown> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("text", shown("\"type\":\"text\",\"text\":{\"body\":\"hi\"}", "text", Map.of("body", "hi")));
        TYPES.put(
                "image",
                shown("""
                "type":"image","image":{"id":"70","mime_type":"image/jpeg","sha256":"ab","caption":"look"}""", "image", Map.of("providerMediaId", "70", "mimeType", "image/jpeg", "caption", "look")));
        TYPES.put("video", shown("""
                "type":"video","video":{"id":"71","mime_type":"video/mp4","sha256":"ab"}""", "video", Map.of("providerMediaId", "71")));
        TYPES.put("audio", shown("""
                "type":"audio","audio":{"id":"72","mime_type":"audio/ogg; codecs=opus","voice":true}""", "audio", Map.of("providerMediaId", "72", "voice", true)));
        TYPES.put("voice", shown("""
                "type":"voice","voice":{"id":"73","mime_type":"audio/ogg"}""", "audio", Map.of("providerMediaId", "73")));
        TYPES.put("document", shown("""
                "type":"document","document":{"id":"74","mime_type":"application/pdf","filename":"a.pdf"}""", "document", Map.of("filename", "a.pdf")));
        TYPES.put("sticker", shown("""
                "type":"sticker","sticker":{"id":"75","mime_type":"image/webp","animated":true}""", "sticker", Map.of("animated", true)));
        TYPES.put("location", shown("""
                "type":"location","location":{"latitude":38.7,"longitude":-9.1,"name":"Baixa"}""", "location", Map.of("name", "Baixa", "latitude", 38.7f)));
        TYPES.put("contacts", shown("""
                "type":"contacts","contacts":[{"name":{"formatted_name":"Bo"},"phones":[{"phone":"+1555","wa_id":"1555"}]}]""", "contacts", Map.of()));
        TYPES.put(
                "button_reply",
                shown("""
                "type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"yes","title":"Yes"}},
                "context":{"from":"1","id":"wamid.text"}""", "interactive", Map.of("kind", "button_reply", "text", "Yes", "payload", "yes")));
        TYPES.put("list_reply", shown("""
                "type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"r1","title":"Tue","description":"at 9"}}""", "interactive", Map.of("payload", "r1", "description", "at 9")));
        TYPES.put("nfm_reply", shown("""
                "type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"name":"flow","body":"Sent",
                "response_json":"{\\"flow_token\\":\\"t1\\"}"}}""", "interactive", Map.of("kind", "nfm_reply", "flowToken", "t1")));
        TYPES.put("call_permission", shown("""
                "type":"interactive","interactive":{"type":"call_permission_reply","call_permission_reply":{"response":"accept"}}""", "interactive", Map.of("accepted", true)));
        TYPES.put("button", shown("""
                "type":"button","button":{"payload":"stop:1","text":"Stop"}""", "button", Map.of("text", "Stop", "payload", "stop:1")));
        TYPES.put("order", shown("""
                "type":"order","order":{"catalog_id":"c1","text":"soon","product_items":[
                {"product_retailer_id":"p1","quantity":2,"item_price":9.5,"currency":"EUR"}]}""", "order", Map.of("catalogId", "c1", "text", "soon")));
        TYPES.put("identity", shown("""
                "type":"system","system":{"type":"customer_identity_changed","body":"new phone"},"identity":{"hash":"h1"}""", "system", Map.of("kind", "customer_identity_changed", "hash", "h1")));
        TYPES.put("welcome", shown("\"type\":\"request_welcome\"", "request_welcome", Map.of()));
        TYPES.put("unsupported", shown("""
                "type":"unsupported","unsupported":{"type":"poll"},"errors":[{"code":131051,"title":"Message type unknown"}]""", "unsupported", Map.of("kind", "poll")));
        TYPES.put("referral", shown("""
                "type":"text","text":{"body":"from the ad"},"referral":{"source_url":"https://fb.me/1","source_id":"ad1",
                "source_type":"ad","headline":"Sale","ctwa_clid":"click1"}""", "text", Map.of("body", "from the ad")));
        TYPES.put("forwarded", shown("""
                "type":"text","text":{"body":"news"},"context":{"frequently_forwarded":true}""", "text", Map.of("forwarded", true, "frequentlyForwarded", true)));
        TYPES.put("hologram", shown("""
                "type":"hologram","hologram":{"layers":[1,2],"\\u0000":"\\u0000"}""", "unknown", Map.of("type", "hologram")));
        TYPES.put("no_object", shown("\"type\":\"interactive\"", "unknown", Map.of("type", "interactive")));
    }

    @Test
    void everyTypeIsStoredShownAndKept() {
        var team = Team.connected();

        team.hears(TYPES.entrySet().stream()
                .map(type -> Webhooks.message(
                        ANA, "wamid." + type.getKey(), 1, type.getValue().fields()))
                .toArray(String[]::new));

        await().untilAsserted(() -> assertThat(team.rows("select count(*) from message where workspace_id = '%s'"))
                .containsExactly(String.valueOf(TYPES.size())));
        TYPES.forEach((name, shown) -> {
            var message = team.message("wamid." + name);
            assertThat(message.getString("type")).as(name).isEqualTo(shown.type());
            assertThat(message.<String, Object>getMap("content")).as(name).containsAllEntriesOf(shown.content());
        });
        assertThat(team.message("wamid.button_reply").getString("replyTo")).isEqualTo(team.messageId("wamid.text"));
        assertThat(team.message("wamid.contacts").getString("content.contacts[0].phones[0].waId"))
                .isEqualTo("1555");
        assertThat(team.message("wamid.contacts").getString("content.contacts[0].name.formattedName"))
                .isEqualTo("Bo");
        assertThat(team.message("wamid.order").getString("content.items[0].price"))
                .isEqualTo("9.5");
        assertThat(team.message("wamid.referral").getString("content.referral.clickId"))
                .isEqualTo("click1");
        assertThat(team.message("wamid.unsupported").getInt("content.errors[0].code"))
                .isEqualTo(131051);
        assertThat(team.message("wamid.hologram").getList("content.raw.hologram.layers"))
                .containsExactly(1, 2);
        assertThat(team.rows("""
                        select wamid from message where workspace_id = '%s' and raw is null order by wamid"""))
                .containsExactly("wamid.forwarded", "wamid.hologram", "wamid.no_object", "wamid.text");
    }

    @Test
    void filesAreHandedOnWithWhatMetaCallsThem() {
        var team = Team.connected();

        team.hears(Webhooks.message(ANA, "wamid.file", 1, TYPES.get("document").fields()));

        await().untilAsserted(() -> assertThat(team.rows("""
                        select concat_ws(' ', payload->>'providerMediaId', payload->>'mimeType', payload->>'fileName')
                        from outbox where workspace_id = '%s' and type = 'posthorn.message.received'""")).containsExactly("74 application/pdf a.pdf"));
        assertThat(team.message("wamid.file").getString("file.state")).isEqualTo("pending");

        var media = UUID.randomUUID();
        tell(team, "fetched", "\"messageId\":\"%s\",\"mediaId\":\"%s\"".formatted(team.messageId("wamid.file"), media));

        await().untilAsserted(() ->
                assertThat(team.message("wamid.file").getString("file.mediaId")).isEqualTo(media.toString()));
        tell(team, "unavailable", "\"messageId\":\"%s\",\"reason\":\"late\"".formatted(team.messageId("wamid.file")));
        assertThat(team.message("wamid.file").getString("file.state")).isEqualTo("ready");
    }

    @Test
    void aFileThatWillNeverBeThereSaysSo() {
        var team = Team.connected();
        team.hears(Webhooks.message(ANA, "wamid.lost", 1, TYPES.get("sticker").fields()));
        await().until(() -> team.conversationIds().size() == 1);

        tell(
                team,
                "unavailable",
                "\"messageId\":\"%s\",\"reason\":\"expired\"".formatted(team.messageId("wamid.lost")));

        await().untilAsserted(() ->
                assertThat(team.message("wamid.lost").getString("file.reason")).isEqualTo("expired"));
    }

    /** As media-service tells it. */
    private static void tell(Team team, String what, String payload) {
        team.rows("""
                insert into outbox (event_id, workspace_id, topic, key, type, version, payload, trace_parent)
                values (gen_random_uuid(), '%%s', 'posthorn.media.v1', gen_random_uuid(), 'posthorn.media.%s', 1, '{%s}',
                    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'); select 1""".formatted(what, payload));
    }

    private static Shown shown(String fields, String type, Map<String, Object> content) {
        return new Shown(fields, type, content);
    }
}
