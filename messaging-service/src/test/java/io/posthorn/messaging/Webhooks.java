package io.posthorn.messaging;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Webhook bodies as Meta writes them. */
public final class Webhooks {
    private Webhooks() {}

    public static String body(String... entries) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[%s]}".formatted(String.join(",", entries));
    }

    public static String entry(String... changes) {
        return "{\"id\":\"300000000000001\",\"changes\":[%s]}".formatted(String.join(",", changes));
    }

    /** What became of a template of this account. */
    public static String templateStatus(String wabaId, long time, String name, String language, String event) {
        return """
                {"id":"%s","time":%d,"changes":[{"field":"message_template_status_update","value":{"event":"%s",
                "message_template_id":600000000000001,"message_template_name":"%s","message_template_language":"%s",
                "reason":"NONE"}}]}""".formatted(wabaId, time, event, name, language);
    }

    public static String messages(String phoneNumberId, String... messages) {
        return change(phoneNumberId, "messages", messages);
    }

    public static String statuses(String phoneNumberId, String... statuses) {
        return change(phoneNumberId, "statuses", statuses);
    }

    public static String text(String from, String wamid, String body) {
        return """
                {"from":"%s","id":"%s","timestamp":"%d","type":"text","text":{"body":"%s"}}""".formatted(from, wamid, System.currentTimeMillis() / 1000, body);
    }

    public static String status(String wamid, String state, String callbackData) {
        return """
                {"id":"%s","status":"%s","timestamp":"%d","recipient_id":"15550002000"%s}""".formatted(
                        wamid,
                        state,
                        System.currentTimeMillis() / 1000,
                        callbackData == null ? "" : ",\"biz_opaque_callback_data\":\"" + callbackData + "\"");
    }

    private static String change(String phoneNumberId, String kind, String... items) {
        return """
                {"field":"messages","value":{"messaging_product":"whatsapp",
                "metadata":{"display_phone_number":"15550001000","phone_number_id":"%s"},"%s":[%s]}}""".formatted(phoneNumberId, kind, Arrays.stream(items).collect(Collectors.joining(",")));
    }

    /** A message with these fields beside its type, written at a second of a day that is past. */
    public static String message(String from, String wamid, int second, String fields) {
        return """
                {"from":"%s","id":"%s","timestamp":"%d",%s}""".formatted(from, wamid, 1_700_000_000 + second, fields);
    }

    /** A change of a field other than messages, with these parts of its value. */
    public static String news(String phoneNumberId, String field, String parts) {
        return """
                {"field":"%s","value":{"messaging_product":"whatsapp",
                "metadata":{"display_phone_number":"15550001000","phone_number_id":"%s"},%s}}""".formatted(field, phoneNumberId, parts);
    }

    /** News of an account as a whole. */
    public static String accountEntry(String wabaId, long time, String field, String value) {
        return """
                {"id":"%s","time":%d,"changes":[{"field":"%s","value":%s}]}""".formatted(wabaId, time, field, value);
    }
}
