package io.posthorn.messaging.content;

import java.util.ArrayList;
import java.util.List;

/** A message of each kind that needs no template. Files are META-FILE at Meta, the message of the customer WAMID. */
public final class TypeSamples {
    private static final String FILE = "01a1fc15-678b-7851-bc40-f52176b702eb";

    private TypeSamples() {}

    public static List<TypeSample> all(String messageOfTheCustomer) {
        var all = new ArrayList<TypeSample>();
        files(all);
        all.add(same("text", "text", """
                {"body":"Hello","preview_url":false}""", "{\"body\":\"Hello\"}"));
        all.add(same("text with preview", "text", """
                {"body":"See https://acme.example","preview_url":true}""", """
                {"body":"See https://acme.example","previewUrl":true}"""));
        all.add(same("location", "location", """
                {"latitude":"37.44","longitude":"-122.16","name":"Depot","address":"1 Main St"}""", """
                {"latitude":37.44,"longitude":-122.16,"name":"Depot","address":"1 Main St"}"""));
        all.add(same("contacts", "contacts", """
                [{"name":{"formatted_name":"Ana Silva","first_name":"Ana"},
                  "phones":[{"phone":"+15550003000","wa_id":"15550003000","type":"WORK"}],
                  "emails":[{"email":"ana@example.org","type":"WORK"}],
                  "addresses":[{"street":"1 Main St","city":"Lisbon","country_code":"PT","type":"HOME"}],
                  "org":{"company":"Acme","title":"Lead"},"birthday":"1990-01-31"}]""", """
                [{"name":{"formattedName":"Ana Silva","firstName":"Ana"},
                  "phones":[{"phone":"+15550003000","waId":"15550003000","type":"WORK"}],
                  "emails":[{"email":"ana@example.org","type":"WORK"}],
                  "addresses":[{"street":"1 Main St","city":"Lisbon","countryCode":"PT","type":"HOME"}],
                  "org":{"company":"Acme","title":"Lead"},"birthday":"1990-01-31"}]"""));
        all.add(same("reaction", "reaction", """
                {"message_id":"WAMID","emoji":"👍"}""", """
                {"messageId":"%s","emoji":"👍"}""".formatted(messageOfTheCustomer)));
        all.add(same("reaction taken back", "reaction", """
                {"message_id":"WAMID","emoji":""}""", """
                {"messageId":"%s","emoji":""}""".formatted(messageOfTheCustomer)));
        controls(all);
        products(all);
        return all;
    }

    private static void files(List<TypeSample> all) {
        all.add(same("image", "image", """
                {"id":"META-FILE","caption":"look"}""", """
                {"mediaId":"%s","caption":"look"}""".formatted(FILE)));
        all.add(linked("image", "a.png", ",\"caption\":\"look\""));
        all.add(linked("video", "a.mp4", ",\"caption\":\"look\""));
        all.add(linked("audio", "a.mp3", ""));
        all.add(linked("audio", "a.ogg", ",\"voice\":true"));
        all.add(linked("document", "a.pdf", ",\"caption\":\"July\",\"filename\":\"invoice-17.pdf\""));
        all.add(linked("sticker", "a.webp", ""));
    }

    private static void controls(List<TypeSample> all) {
        all.add(interactive("button", """
                {"type":"button","header":{"type":"image","image":{"id":"META-FILE"}},"body":{"text":"Which?"},"footer":{"text":"Acme"},
                 "action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"Yes"}}]}}""", """
                {"type":"button","header":{"type":"image","image":{"mediaId":"%s"}},"body":{"text":"Which?"},"footer":{"text":"Acme"},
                 "action":{"buttons":[{"type":"reply","reply":{"id":"y","title":"Yes"}}]}}""".formatted(FILE)));
        all.add(interactive("list", """
                {"type":"list","header":{"type":"text","text":"Menu"},"body":{"text":"Which?"},
                 "action":{"button":"Open","sections":[{"title":"Tea","rows":[{"id":"t1","title":"Green","description":"300 ml"}]}]}}"""));
        all.add(interactive("cta_url", """
                {"type":"cta_url","body":{"text":"Track it"},
                 "action":{"name":"cta_url","parameters":{"display_text":"Track","url":"https://acme.example/t/17"}}}""", """
                {"type":"cta_url","body":{"text":"Track it"},
                 "action":{"name":"cta_url","parameters":{"displayText":"Track","url":"https://acme.example/t/17"}}}"""));
        all.add(interactive("flow", """
                {"type":"flow","body":{"text":"Book"},"action":{"name":"flow","parameters":{"flow_message_version":"3",
                 "flow_id":"800000000000001","flow_cta":"Book","flow_token":"t1","mode":"published","flow_action":"navigate",
                 "flow_action_payload":{"screen":"FIRST","data":{"snake_and_Camel":{"mediaId":"mine"}}}}}}""", """
                {"type":"flow","body":{"text":"Book"},"action":{"name":"flow","parameters":{
                 "flowId":"800000000000001","flowCta":"Book","flowToken":"t1","flowAction":"navigate",
                 "flowActionPayload":{"screen":"FIRST","data":{"snake_and_Camel":{"mediaId":"mine"}}}}}}"""));
        all.add(interactive("location_request_message", """
                {"type":"location_request_message","body":{"text":"Where?"},"action":{"name":"send_location"}}"""));
        all.add(interactive("call_permission_request", """
                {"type":"call_permission_request","body":{"text":"May we call?"},"action":{"name":"call_permission_request"}}"""));
        all.add(interactive("contact_request", """
                {"type":"contact_request","body":{"text":"Your number?"},"action":{"name":"request_contact_info"}}"""));
        all.add(interactive("address_message", """
                {"type":"address_message","body":{"text":"Where to?"},"action":{"name":"address_message",
                 "parameters":{"country":"IN","values":{"in_pin_code":"411001"}}}}"""));
        all.add(interactive("voice_call", """
                {"type":"voice_call","body":{"text":"Call us"},
                 "action":{"name":"voice_call","parameters":{"display_text":"Call","ttl_minutes":100,"payload":"o17"}}}""", """
                {"type":"voice_call","body":{"text":"Call us"},
                 "action":{"name":"voice_call","parameters":{"displayText":"Call","ttlMinutes":100,"payload":"o17"}}}"""));
        all.add(interactive("order_status", """
                {"type":"order_status","body":{"text":"On its way"},"action":{"name":"review_order",
                 "parameters":{"reference_id":"o17","order":{"status":"shipped","description":"By ship"}}}}""", """
                {"type":"order_status","body":{"text":"On its way"},"action":{"name":"review_order",
                 "parameters":{"referenceId":"o17","order":{"status":"shipped","description":"By ship"}}}}"""));
        all.add(interactive("order_details", """
                {"type":"order_details","body":{"text":"To pay"},"action":{"name":"review_and_pay","parameters":{
                 "reference_id":"o17","type":"digital-goods","payment_configuration":"acme","currency":"INR",
                 "total_amount":{"value":5000,"offset":100},
                 "order":{"status":"pending","items":[{"retailer_id":"1","name":"Tea","amount":{"value":5000,"offset":100},"quantity":1}],
                 "subtotal":{"value":5000,"offset":100}}}}}"""));
    }

    private static void products(List<TypeSample> all) {
        all.add(interactive("product", """
                {"type":"product","body":{"text":"Tea"},"action":{"catalog_id":"900000000000001","product_retailer_id":"tea-1"}}""", """
                {"type":"product","body":{"text":"Tea"},"action":{"catalogId":"900000000000001","productRetailerId":"tea-1"}}"""));
        all.add(interactive("product_list", """
                {"type":"product_list","header":{"type":"text","text":"Teas"},"body":{"text":"Which?"},"action":{"catalog_id":"900000000000001",
                 "sections":[{"title":"Tea","product_items":[{"product_retailer_id":"tea-1"}]}]}}""", """
                {"type":"product_list","header":{"type":"text","text":"Teas"},"body":{"text":"Which?"},"action":{"catalogId":"900000000000001",
                 "sections":[{"title":"Tea","productItems":[{"productRetailerId":"tea-1"}]}]}}"""));
        all.add(interactive("catalog_message", """
                {"type":"catalog_message","body":{"text":"All teas"},
                 "action":{"name":"catalog_message","parameters":{"thumbnail_product_retailer_id":"tea-1"}}}""", """
                {"type":"catalog_message","body":{"text":"All teas"},
                 "action":{"name":"catalog_message","parameters":{"thumbnailProductRetailerId":"tea-1"}}}"""));
        all.add(interactive(
                "carousel of media",
                """
                {"type":"carousel","body":{"text":"Teas"},"action":{"cards":[%s,%s]}}""".formatted(card(0, "id", "META-FILE"), card(1, "id", "META-FILE")),
                """
                {"type":"carousel","body":{"text":"Teas"},"action":{"cards":[%s,%s]}}""".formatted(ownCard(0), ownCard(1))));
        all.add(interactive("carousel of products", """
                {"type":"carousel","body":{"text":"Teas"},"action":{"cards":[
                 {"card_index":0,"type":"product","action":{"product_retailer_id":"tea-1","catalog_id":"900000000000001"}},
                 {"card_index":1,"type":"product","action":{"product_retailer_id":"tea-2","catalog_id":"900000000000001"}}]}}""", """
                {"type":"carousel","body":{"text":"Teas"},"action":{"cards":[
                 {"cardIndex":0,"type":"product","action":{"productRetailerId":"tea-1","catalogId":"900000000000001"}},
                 {"cardIndex":1,"type":"product","action":{"productRetailerId":"tea-2","catalogId":"900000000000001"}}]}}"""));
    }

    private static String card(int index, String field, String file) {
        return """
                {"card_index":%d,"type":"cta_url","header":{"type":"image","image":{"%s":"%s"}},"body":{"text":"Tea %d"},
                 "action":{"name":"cta_url","parameters":{"display_text":"Open","url":"https://acme.example/%d"}}}""".formatted(index, field, file, index, index);
    }

    private static String ownCard(int index) {
        return card(index, "mediaId", FILE).replace("card_index", "cardIndex").replace("display_text", "displayText");
    }

    private static TypeSample linked(String type, String file, String more) {
        var content = "{\"link\":\"https://files.example/%s\"%s}".formatted(file, more);
        return new TypeSample("%s by link %s".formatted(type, file), type, content, content);
    }

    private static TypeSample interactive(String name, String bothWords) {
        return new TypeSample("interactive " + name, "interactive", bothWords, bothWords);
    }

    private static TypeSample interactive(String name, String metas, String own) {
        return new TypeSample("interactive " + name, "interactive", own, metas);
    }

    private static TypeSample same(String name, String type, String metas, String own) {
        return new TypeSample(name, type, own, metas);
    }
}
