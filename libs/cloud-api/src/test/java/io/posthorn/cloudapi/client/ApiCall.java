package io.posthorn.cloudapi.client;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.message.ReadReceipt;
import io.posthorn.cloudapi.number.BusinessProfile;
import io.posthorn.cloudapi.number.NumberApi.CodeMethod;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Every call besides sending and files: what it must look like at Meta.
 *
 * @param metaPath the path under which Meta's document describes the body; empty where it does not
 * @param body what is written, empty for none
 */
record ApiCall(
        String name,
        String method,
        String uri,
        Optional<String> metaPath,
        String body,
        String answer,
        Function<CloudApi, Uni<?>> call) {
    static final Credentials TOKEN = new Credentials("EAAG-very-secret");
    static final Credentials APP = Credentials.ofApp("500000000000001", "app-very-secret");
    private static final String NUMBER = "400000000000001";
    private static final String WABA = "300000000000001";
    private static final String SUCCESS = "{\"success\":true}";
    private static final String PHONE = "/{Version}/{Phone-Number-ID}";

    @Override
    public String toString() {
        return name;
    }

    static List<ApiCall> all() {
        return List.of(
                post(
                        "mark read",
                        NUMBER + "/messages",
                        PHONE + "/messages",
                        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.A\"}",
                        api -> api.markRead(TOKEN, NUMBER, new ReadReceipt("wamid.A", false))),
                post(
                        "add a number",
                        WABA + "/phone_numbers",
                        "/{Version}/{WABA-ID}/phone_numbers",
                        "{\"cc\":\"1\",\"phone_number\":\"5550001000\",\"verified_name\":\"Acme\"}",
                        "{\"id\":\"4\"}",
                        api -> api.numbers().add(TOKEN, WABA, "1", "5550001000", "Acme")),
                post(
                        "request a code",
                        NUMBER + "/request_code",
                        PHONE + "/request_code",
                        "{\"code_method\":\"SMS\",\"language\":\"en_US\"}",
                        api -> api.numbers().requestCode(TOKEN, NUMBER, CodeMethod.SMS, "en_US")),
                post(
                        "verify a code",
                        NUMBER + "/verify_code",
                        PHONE + "/verify_code",
                        "{\"code\":\"123456\"}",
                        api -> api.numbers().verifyCode(TOKEN, NUMBER, "123456")),
                post(
                        "register",
                        NUMBER + "/register",
                        PHONE + "/register",
                        "{\"messaging_product\":\"whatsapp\",\"pin\":\"654321\",\"data_localization_region\":\"DE\"}",
                        api -> api.numbers().register(TOKEN, NUMBER, "654321", Optional.of("DE"))),
                plain("deregister", NUMBER + "/deregister", api -> api.numbers().deregister(TOKEN, NUMBER)),
                post("change the PIN", NUMBER, PHONE, "{\"pin\":\"654321\"}", api -> api.numbers()
                        .changePin(TOKEN, NUMBER, "654321")),
                post(
                        "override a number's callback",
                        NUMBER,
                        PHONE,
                        "{\"webhook_configuration\":{\"override_callback_uri\":\"https://a.example/h\",\"verify_token\":\"w\"}}",
                        api -> api.numbers().overrideCallback(TOKEN, NUMBER, "https://a.example/h", "w")),
                post(
                        "remove a number's callback",
                        NUMBER,
                        PHONE,
                        "{\"webhook_configuration\":{\"override_callback_uri\":\"\"}}",
                        api -> api.numbers().removeCallback(TOKEN, NUMBER)),
                post(
                        "change the profile",
                        NUMBER + "/whatsapp_business_profile",
                        PHONE + "/whatsapp_business_profile",
                        "{\"messaging_product\":\"whatsapp\",\"about\":\"We sell tea\"}",
                        api -> api.numbers().changeProfile(TOKEN, NUMBER, BusinessProfile.about("We sell tea"))),
                get(
                        "read a number",
                        NUMBER + "?fields=id,display_phone_number,verified_name,quality_rating,throughput",
                        "{\"id\":\"4\"}",
                        api -> api.numbers().read(TOKEN, NUMBER)),
                get(
                        "list numbers",
                        WABA + "/phone_numbers?fields=id,display_phone_number,verified_name,quality_rating,throughput"
                                + "&limit=100&after=QQ%3D",
                        "{\"data\":[]}",
                        api -> api.numbers().list(TOKEN, WABA, Optional.of("QQ="))),
                post(
                        "change the username",
                        NUMBER + "/username",
                        "",
                        "{\"username\":\"acme.tea\"}",
                        api -> api.usernames().change(TOKEN, NUMBER, "acme.tea")),
                get("read the username", NUMBER + "/username", "{}", api -> api.usernames()
                        .read(TOKEN, NUMBER)),
                get("suggest usernames", NUMBER + "/username_suggestions", "{\"data\":[]}", api -> api.usernames()
                        .suggestions(TOKEN, NUMBER)),
                delete("delete the username", NUMBER + "/username", "", api -> api.usernames()
                        .delete(TOKEN, NUMBER)),
                post(
                        "block",
                        NUMBER + "/block_users",
                        PHONE + "/block_users",
                        "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"+15550002000\"}]}",
                        api -> api.blocking().block(TOKEN, NUMBER, List.of("+15550002000"))),
                delete(
                        "unblock",
                        NUMBER + "/block_users",
                        "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"+15550002000\"}]}",
                        api -> api.blocking().unblock(TOKEN, NUMBER, List.of("+15550002000"))),
                get(
                        "history of a message",
                        NUMBER + "/message_history?message_id=wamid.A&fields=id,message_id,events%7Bid,delivery_status,"
                                + "timestamp,webhook_update_state,error_description%7D",
                        "{\"data\":[]}",
                        api -> api.history().of(TOKEN, NUMBER, "wamid.A")),
                post(
                        "subscribe with an override",
                        WABA + "/subscribed_apps",
                        "/{Version}/{WABA-ID}/subscribed_apps",
                        "{\"override_callback_uri\":\"https://a.example/h\",\"verify_token\":\"w\"}",
                        api -> api.accounts().subscribe(TOKEN, WABA, "https://a.example/h", "w")),
                plain("subscribe", WABA + "/subscribed_apps", api -> api.accounts()
                        .subscribe(TOKEN, WABA)),
                delete("unsubscribe", WABA + "/subscribed_apps", "", api -> api.accounts()
                        .unsubscribe(TOKEN, WABA)),
                get("list apps", WABA + "/subscribed_apps", "{\"data\":[]}", api -> api.accounts()
                        .subscribedApps(TOKEN, WABA)),
                get("inspect a token", "debug_token?input_token=EAAG-very-secret", "{\"data\":{}}", api -> api.tokens()
                        .inspect(APP, TOKEN)),
                get(
                        "exchange a code",
                        "oauth/access_token?client_id=5&client_secret=app-very-secret&code=code-very-secret",
                        "{\"access_token\":\"EAAG-new-secret\"}",
                        api -> api.tokens().exchange("5", "app-very-secret", "code-very-secret")),
                get("read a file", "7?phone_number_id=4", "{\"id\":\"7\",\"url\":\"https://x\"}", api -> api.media()
                        .read(TOKEN, "7", Optional.of("4"))),
                delete("delete a file", "7", "", api -> api.media().delete(TOKEN, "7", Optional.empty())),
                post(
                        "create a template",
                        WABA + "/message_templates",
                        "/{Version}/{WABA-ID}/message_templates",
                        "{\"name\":\"order\",\"language\":\"en_US\",\"category\":\"UTILITY\",\"parameter_format\":\"POSITIONAL\","
                                + "\"components\":[]}",
                        "{\"id\":\"6\"}",
                        api -> api.templates()
                                .create(
                                        TOKEN,
                                        WABA,
                                        "order",
                                        "en_US",
                                        "UTILITY",
                                        JsonNodeFactory.instance.arrayNode())),
                post(
                        "edit a template",
                        "6",
                        "/{Version}/{TEMPLATE_ID}",
                        "{\"category\":\"UTILITY\",\"components\":[]}",
                        api -> api.templates().edit(TOKEN, "6", "UTILITY", JsonNodeFactory.instance.arrayNode())),
                plain("unpause a template", "6/unpause", api -> api.templates().unpause(TOKEN, "6")),
                delete("delete all languages", WABA + "/message_templates?name=order", "", api -> api.templates()
                        .deleteAllLanguages(TOKEN, WABA, "order")),
                delete("delete templates", WABA + "/message_templates?hsm_ids=%5B6,7%5D", "", api -> api.templates()
                        .deleteAll(TOKEN, WABA, List.of("6", "7"))));
    }

    private static ApiCall post(
            String name, String uri, String metaPath, String body, Function<CloudApi, Uni<?>> call) {
        return post(name, uri, metaPath, body, SUCCESS, call);
    }

    private static ApiCall post(
            String name, String uri, String metaPath, String body, String answer, Function<CloudApi, Uni<?>> call) {
        return new ApiCall(
                name, "POST", uri, Optional.of(metaPath).filter(path -> !path.isEmpty()), body, answer, call);
    }

    private static ApiCall plain(String name, String uri, Function<CloudApi, Uni<?>> call) {
        return post(name, uri, "", "", call);
    }

    private static ApiCall get(String name, String uri, String answer, Function<CloudApi, Uni<?>> call) {
        return new ApiCall(name, "GET", uri, Optional.empty(), "", answer, call);
    }

    private static ApiCall delete(String name, String uri, String body, Function<CloudApi, Uni<?>> call) {
        return new ApiCall(name, "DELETE", uri, Optional.empty(), body, SUCCESS, call);
    }
}
