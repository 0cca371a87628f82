package io.posthorn.testkit.templates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A good template of every kind, by name. Files of headers stand as {@code handle:image}, {@code handle:video} and
 * {@code handle:document}, for Meta hands out handles that are its own.
 */
public final class TemplateSamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LONG_TEXT = Pattern.compile("<x(\\d+)>");
    private static final String BODY =
            "{'type':'BODY','text':'Hello {{1}}, your order {{2}} can be collected until Friday.','example':{'body_text':[['Ana','A-17']]}}";
    private static final String PLAIN = "{'type':'BODY','text':'We are open again and would like to see you.'}";
    private static final String OTP_BODY = "{'type':'BODY','add_security_recommendation':true}";
    private static final String OTP_FOOTER = "{'type':'FOOTER','code_expiration_minutes':10}";
    private static final String APPS =
            "'supported_apps':[{'package_name':'com.example.shop','signature_hash':'K8aFAINcGX7'}]";
    private static final Map<String, ObjectNode> ALL = samples();

    private TemplateSamples() {}

    /** Fresh copies. */
    public static Map<String, ObjectNode> all() {
        var copies = new LinkedHashMap<String, ObjectNode>();
        ALL.forEach((name, sample) -> copies.put(name, sample.deepCopy()));
        return copies;
    }

    public static ObjectNode named(String name) {
        if (!ALL.containsKey(name)) {
            throw new IllegalArgumentException("No sample " + name);
        }
        return ALL.get(name).deepCopy();
    }

    /** Written shortly: single quotes, and {@code <x61>} for a text of 61 letters. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(LONG_TEXT
                    .matcher(text)
                    .replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))))
                    .replace('\'', '"'));
        } catch (JsonProcessingException wrong) {
            throw new UncheckedIOException(text, wrong);
        }
    }

    private static Map<String, ObjectNode> samples() {
        var all = new LinkedHashMap<String, ObjectNode>();
        add(
                all,
                "utility",
                "UTILITY",
                "{'type':'HEADER','format':'TEXT','text':'Order {{1}} is ready','example':{'header_text':['A-17']}},"
                        + BODY
                        + ",{'type':'FOOTER','text':'Acme store'}"
                        + buttons(
                                "{'type':'QUICK_REPLY','text':'Stop updates'},{'type':'URL','text':'Track','url':'https://acme.example/t/{{1}}','example':['A-17']},{'type':'PHONE_NUMBER','text':'Call us','phone_number':'+15550001000'}"));
        add(
                all,
                "named",
                "UTILITY",
                "{'type':'HEADER','format':'TEXT','text':'Order {{order_id}} is ready','example':{'header_text_named_params':[{'param_name':'order_id','example':'A-17'}]}},"
                        + "{'type':'BODY','text':'Hello {{first_name}}, your order can be collected until {{day}} evening.','example':{'body_text_named_params':[{'param_name':'first_name','example':'Ana'},{'param_name':'day','example':'Friday'}]}}"
                        + buttons(
                                "{'type':'URL','text':'Track','url':'https://acme.example/t/{{order_id}}','example':['A-17']}"));
        all.get("named").put("parameter_format", "NAMED");
        add(all, "body", "UTILITY", BODY);
        all.get("body").put("message_send_ttl_seconds", 3600);
        add(
                all,
                "image",
                "MARKETING",
                file("IMAGE", "image") + "," + PLAIN + ",{'type':'FOOTER','text':'Reply STOP to leave'}"
                        + buttons(
                                "{'type':'PHONE_NUMBER','text':'Call','phone_number':'16467043595'},{'type':'URL','text':'Shop','url':'https://acme.example/shop?promo={{1}}','example':['summer']}"));
        add(all, "video", "UTILITY", file("VIDEO", "video") + "," + BODY);
        add(
                all,
                "document",
                "UTILITY",
                file("DOCUMENT", "document") + "," + BODY
                        + buttons("{'type':'URL','text':'Support','url':'https://acme.example/support'}"));
        add(
                all,
                "location",
                "UTILITY",
                "{'type':'HEADER','format':'LOCATION'}," + BODY
                        + ",{'type':'FOOTER','text':'Tap below to stop updates'}"
                        + buttons("{'type':'QUICK_REPLY','text':'Stop updates'}"));
        add(all, "animation", "MARKETING", file("GIF", "video") + "," + PLAIN);
        add(
                all,
                "replies",
                "UTILITY",
                BODY
                        + buttons(
                                "{'type':'QUICK_REPLY','text':'Yes'},{'type':'QUICK_REPLY','text':'No'},{'type':'QUICK_REPLY','text':'Later'}"));
        add(
                all,
                "coupon",
                "MARKETING",
                PLAIN + buttons("{'type':'QUICK_REPLY','text':'Stop'},{'type':'COPY_CODE','example':'SAVE10'}"));
        add(
                all,
                "offer",
                "MARKETING",
                file("IMAGE", "image")
                        + ",{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'Expiring offer!','has_expiration':true}},"
                        + PLAIN
                        + buttons(
                                "{'type':'COPY_CODE','example':'CARIBE25'},{'type':'URL','text':'Book now','url':'https://acme.example/offer?code={{1}}','example':['x1']}"));
        add(
                all,
                "offer_open",
                "MARKETING",
                "{'type':'LIMITED_TIME_OFFER','limited_time_offer':{'text':'For you'}}," + PLAIN
                        + buttons("{'type':'URL','text':'Look','url':'https://acme.example/look'}"));
        add(
                all,
                "carousel",
                "MARKETING",
                carousel(
                        PLAIN,
                        card(
                                file("IMAGE", "image"),
                                "Rare plants in red",
                                "{'type':'QUICK_REPLY','text':'More of these'},{'type':'URL','text':'Buy','url':'https://acme.example/{{1}}','example':['p1']}"),
                        card(
                                file("IMAGE", "image"),
                                "Rare plants in blue",
                                "{'type':'QUICK_REPLY','text':'More of those'},{'type':'URL','text':'Buy it','url':'https://acme.example/{{1}}','example':['p2']}")));
        add(
                all,
                "carousel_video",
                "MARKETING",
                carousel(
                        BODY,
                        card(
                                file("VIDEO", "video"),
                                null,
                                "{'type':'PHONE_NUMBER','text':'Call','phone_number':'+15550001000'}"),
                        card(
                                file("VIDEO", "video"),
                                null,
                                "{'type':'PHONE_NUMBER','text':'Ring','phone_number':'+15550001000'}")));
        add(
                all,
                "carousel_products",
                "MARKETING",
                carousel(
                        PLAIN,
                        card("{'type':'HEADER','format':'PRODUCT'}", null, "{'type':'SPM','text':'View'}"),
                        card("{'type':'HEADER','format':'PRODUCT'}", null, "{'type':'SPM','text':'View'}")));
        add(
                all,
                "catalog",
                "MARKETING",
                PLAIN + ",{'type':'FOOTER','text':'Best grocery deals'}"
                        + buttons("{'type':'CATALOG','text':'View catalog'}"));
        add(
                all,
                "products",
                "MARKETING",
                "{'type':'HEADER','format':'TEXT','text':'Forget something, {{1}}?','example':{'header_text':['Pablo']}},"
                        + PLAIN + buttons("{'type':'MPM','text':'View items'}"));
        add(
                all,
                "product",
                "MARKETING",
                "{'type':'HEADER','format':'PRODUCT'}," + PLAIN + ",{'type':'FOOTER','text':'While we have it'}"
                        + buttons("{'type':'SPM','text':'View'}"));
        add(
                all,
                "flow",
                "UTILITY",
                PLAIN
                        + buttons(
                                "{'type':'FLOW','text':'Sign up','flow_id':'123','flow_action':'navigate','navigate_screen':'WELCOME'}"));
        add(
                all,
                "flow_json",
                "MARKETING",
                PLAIN + buttons("{'type':'FLOW','text':'Sign up','flow_json':'{}','flow_action':'data_exchange'}"));
        add(all, "call", "UTILITY", BODY + buttons("{'type':'VOICE_CALL','text':'Call now'}"));
        add(all, "contact", "UTILITY", BODY + buttons("{'type':'REQUEST_CONTACT_INFO'}"));
        add(all, "call_permission", "UTILITY", BODY + ",{'type':'CALL_PERMISSION_REQUEST'}");
        add(
                all,
                "copy_code",
                "AUTHENTICATION",
                OTP_BODY + "," + OTP_FOOTER + buttons("{'type':'OTP','otp_type':'COPY_CODE','text':'Copy code'}"));
        add(
                all,
                "one_tap",
                "AUTHENTICATION",
                OTP_BODY
                        + buttons("{'type':'OTP','otp_type':'ONE_TAP','text':'Copy code','autofill_text':'Autofill',"
                                + APPS + "}"));
        add(
                all,
                "zero_tap",
                "AUTHENTICATION",
                OTP_BODY + "," + OTP_FOOTER
                        + buttons("{'type':'OTP','otp_type':'ZERO_TAP','zero_tap_terms_accepted':true," + APPS + "}"));
        add(
                all,
                "arabic",
                "UTILITY",
                "{'type':'BODY','text':'مرحبا {{1}}، طلبك رقم {{2}} جاهز للاستلام من متجرنا اليوم.','example':{'body_text':[['سارة','17']]}}");
        all.get("arabic").put("language", "ar");
        add(all, "chinese", "UTILITY", "{'type':'BODY','text':'您好，您的订单{{1}}已发货。','example':{'body_text':[['A-17']]}}");
        all.get("chinese").put("language", "zh_CN");
        return all;
    }

    private static void add(Map<String, ObjectNode> all, String name, String category, String components) {
        all.put(name, (ObjectNode) json("{'name':'sample_%s','language':'en_US','category':'%s','components':[%s]}"
                .formatted(name, category, components)));
    }

    private static String buttons(String buttons) {
        return ",{'type':'BUTTONS','buttons':[" + buttons + "]}";
    }

    private static String file(String format, String kind) {
        return "{'type':'HEADER','format':'%s','example':{'header_handle':['handle:%s']}}".formatted(format, kind);
    }

    private static String carousel(String body, String... cards) {
        return body + ",{'type':'CAROUSEL','cards':[" + String.join(",", cards) + "]}";
    }

    private static String card(String header, String body, String buttons) {
        var text = body == null ? "" : ",{'type':'BODY','text':'%s'}".formatted(body);
        return "{'components':[" + header + text + buttons(buttons) + "]}";
    }
}
