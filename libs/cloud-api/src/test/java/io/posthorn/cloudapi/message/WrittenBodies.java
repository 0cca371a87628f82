package io.posthorn.cloudapi.message;

import java.util.LinkedHashMap;
import java.util.Map;

/** The content of samples as the reference writes it, by the names of {@link Samples}. */
final class WrittenBodies {
    private WrittenBodies() {}

    static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        plain(all);
        interactive(all);
        templates(all);
        return all;
    }

    private static void plain(Map<String, String> all) {
        all.put("text with preview", """
                {"body":"See https://acme.example","preview_url":true}""");
        all.put("image by id", """
                {"id":"700000000000001","caption":"July"}""");
        all.put("image by link", """
                {"link":"https://files.example/a.png"}""");
        all.put("audio", """
                {"id":"700000000000001"}""");
        all.put("voice note", """
                {"id":"700000000000001","voice":true}""");
        all.put("document", """
                {"id":"700000000000001","filename":"invoice-17.pdf","caption":"July"}""");
        all.put("location", """
                {"latitude":"37.44","longitude":"-122.16","name":"Depot","address":"1 Main St"}""");
        all.put("reaction taken back", """
                {"message_id":"wamid.IN1","emoji":""}""");
        all.put("contacts", """
                [{"name":{"formatted_name":"Ana Silva","first_name":"Ana","last_name":"Silva"},
                  "phones":[{"phone":"+15550003000","type":"WORK","wa_id":"15550003000"}],
                  "emails":[{"email":"ana@example.org","type":"WORK"}],
                  "urls":[{"url":"https://example.org","type":"WORK"}],
                  "addresses":[{"street":"1 Main St","city":"Lisbon","zip":"1000","country":"Portugal",
                                "country_code":"PT","type":"HOME"}],
                  "org":{"company":"Acme","department":"Ops","title":"Lead"},"birthday":"1990-01-31"},
                 {"name":{"formatted_name":"Bo","first_name":"Bo"},"phones":[{"phone":"+15550003001"}]}]""");
    }

    private static void interactive(Map<String, String> all) {
        all.put("interactive button", """
                {"type":"button","header":{"type":"image","image":{"link":"https://files.example/a.png"}},
                 "body":{"text":"Which one?"},"footer":{"text":"Acme"},
                 "action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"Yes"}}]}}""");
        all.put("interactive list", """
                {"type":"list","header":{"type":"text","text":"Menu"},"body":{"text":"Which one?"},
                 "action":{"button":"Open","sections":[
                   {"title":"Tea","rows":[{"id":"t1","title":"Green","description":"300 ml"}]},
                   {"title":"Coffee","rows":[{"id":"c1","title":"Black"}]}]}}""");
        all.put("interactive cta_url", """
                {"type":"cta_url","header":{"type":"image","image":{"link":"https://files.example/a.png"}},
                 "body":{"text":"Which one?"},"footer":{"text":"Acme"},"action":{"name":"cta_url",
                 "parameters":{"display_text":"Track","url":"https://acme.example/t/17"}}}""");
        all.put("interactive flow at a screen", """
                {"type":"flow","body":{"text":"Which one?"},"action":{"name":"flow","parameters":{
                 "flow_message_version":"3","flow_id":"800000000000001","flow_cta":"Book","flow_token":"token-1",
                 "mode":"published","flow_action":"navigate",
                 "flow_action_payload":{"screen":"FIRST","data":{"day":"Monday"}}}}}""");
        all.put("interactive product", """
                {"type":"product","action":{"catalog_id":"900000000000001","product_retailer_id":"tea-1"}}""");
        all.put("interactive product_list", """
                {"type":"product_list","header":{"type":"text","text":"Tea"},"body":{"text":"Which one?"},
                 "action":{"catalog_id":"900000000000001","sections":[{"title":"Tea","product_items":[
                 {"product_retailer_id":"tea-1"},{"product_retailer_id":"tea-2"}]}]}}""");
        all.put("interactive catalog_message", """
                {"type":"catalog_message","body":{"text":"Which one?"},"action":{"name":"catalog_message",
                 "parameters":{"thumbnail_product_retailer_id":"tea-1"}}}""");
        all.put("interactive location_request_message", """
                {"type":"location_request_message","body":{"text":"Which one?"},"action":{"name":"send_location"}}""");
        all.put("interactive call_permission_request", """
                {"type":"call_permission_request","body":{"text":"Which one?"},
                 "action":{"name":"call_permission_request"}}""");
        all.put("interactive contact_request", """
                {"type":"contact_request","body":{"text":"Which one?"},"action":{"name":"request_contact_info"}}""");
        all.put("interactive address_message", """
                {"type":"address_message","body":{"text":"Which one?"},"action":{"name":"address_message",
                 "parameters":{"country":"IN","values":{"name":"Ana"},
                 "saved_addresses":[{"id":"home","value":{"city":"Pune"}}]}}}""");
        all.put("interactive voice_call", """
                {"type":"voice_call","body":{"text":"Which one?"},"action":{"name":"voice_call",
                 "parameters":{"display_text":"Call us","ttl_minutes":100,"payload":"order 17"}}}""");
        all.put("interactive carousel of media", """
                {"type":"carousel","body":{"text":"Which one?"},"action":{"cards":[
                 {"card_index":0,"type":"cta_url","header":{"type":"image","image":{"link":"https://files.example/a.png"}},
                  "body":{"text":"Green"},"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://acme.example/Green"}}},
                 {"card_index":1,"type":"cta_url","header":{"type":"image","image":{"link":"https://files.example/a.png"}},
                  "body":{"text":"Black"},"action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://acme.example/Black"}}}]}}""");
        all.put("interactive carousel of products", """
                {"type":"carousel","body":{"text":"Which one?"},"action":{"cards":[
                 {"card_index":0,"type":"product","action":{"product_retailer_id":"tea-1","catalog_id":"900000000000001"}},
                 {"card_index":1,"type":"product","action":{"product_retailer_id":"tea-2","catalog_id":"900000000000001"}}]}}""");
        all.put("interactive order_details", """
                {"type":"order_details","body":{"text":"Which one?"},"action":{"name":"review_and_pay",
                 "parameters":{"reference_id":"order-17","currency":"INR"}}}""");
        all.put("interactive order_status", """
                {"type":"order_status","body":{"text":"Which one?"},"action":{"name":"review_order",
                 "parameters":{"reference_id":"order-17","order":{"status":"shipped","description":"On its way"}}}}""");
    }

    private static void templates(Map<String, String> all) {
        all.put("template without values", template(""));
        all.put("template with positional values", template("""
                {"type":"header","parameters":[{"type":"text","text":"A-17"}]},
                {"type":"body","parameters":[{"type":"text","text":"Ana"},{"type":"text","text":"A-17"}]}"""));
        all.put("template with named values", template("""
                {"type":"body","parameters":[{"type":"text","parameter_name":"first_name","text":"Ana"}]}"""));
        all.put("template with amount and date", template("""
                {"type":"body","parameters":[
                 {"type":"currency","currency":{"fallback_value":"$10.99","code":"USD","amount_1000":10990}},
                 {"type":"date_time","date_time":{"fallback_value":"25 Feb 2027"}}]}"""));
        all.put("template with document", template("""
                {"type":"header","parameters":[{"type":"document",
                 "document":{"link":"https://files.example/a.png","filename":"invoice.pdf"}}]}"""));
        all.put("template with location", template("""
                {"type":"header","parameters":[{"type":"location","location":{"latitude":"37.44",
                 "longitude":"-122.16","name":"Depot","address":"1 Main St"}}]}"""));
        all.put("template with url button", template(button("url", """
                {"type":"text","text":"A-17"}""")));
        all.put("template with quick reply", template(button("quick_reply", """
                {"type":"payload","payload":"stop:A-17"}""")));
        all.put("template with coupon", template(button("copy_code", """
                {"type":"coupon_code","coupon_code":"SAVE20"}""")));
        all.put("template with flow", template(button("flow", """
                {"type":"action","action":{"flow_token":"t1","flow_action_data":{"a":1}}}""")));
        all.put("template with catalog", template(button("catalog", """
                {"type":"action","action":{"thumbnail_product_retailer_id":"tea-1"}}""")));
        all.put("template with products", template(button("mpm", """
                {"type":"action","action":{"thumbnail_product_retailer_id":"tea-1",
                 "sections":[{"title":"Tea","product_items":[{"product_retailer_id":"tea-1"}]}]}}""")));
        all.put("template with call", template(button("voice_call", """
                {"type":"ttl_minutes","ttl_minutes":100},{"type":"payload","payload":"order 17"}""")));
        all.put("template with one-time code", template("""
                {"type":"body","parameters":[{"type":"text","text":"123456"}]},""" + button("url", """
                {"type":"text","text":"123456"}""")));
        all.put("template with limited time offer", template("""
                {"type":"limited_time_offer","parameters":[{"type":"limited_time_offer",
                 "limited_time_offer":{"expiration_time_ms":1790000000000}}]},""" + button("copy_code", """
                {"type":"coupon_code","coupon_code":"SAVE20"}""")));
        all.put("template with tap target", template("""
                {"type":"tap_target_configuration","parameters":[{"type":"tap_target_configuration",
                 "tap_target_configuration":[{"url":"https://acme.example/offer","title":"Offer"}]}]}"""));
        var card = """
                {"card_index":%d,"components":[
                 {"type":"header","parameters":[{"type":"image","image":{"id":"700000000000001"}}]},
                 {"type":"body","parameters":[{"type":"text","text":"Ana"}]},
                 {"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"more"}]}]}""";
        all.put("template with carousel", template("""
                {"type":"body","parameters":[{"type":"text","text":"Ana"}]},
                {"type":"carousel","cards":[%s,%s]}""".formatted(card.formatted(0), card.formatted(1))));
    }

    private static String template(String components) {
        var all = components.isEmpty() ? "" : ",\"components\":[%s]".formatted(components);
        return """
                {"name":"order_ready","language":{"policy":"deterministic","code":"en_US"}%s}""".formatted(all);
    }

    private static String button(String subType, String parameters) {
        return """
                {"type":"button","sub_type":"%s","index":"0","parameters":[%s]}""".formatted(subType, parameters);
    }
}
