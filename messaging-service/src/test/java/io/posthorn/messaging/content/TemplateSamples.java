package io.posthorn.messaging.content;

import java.util.List;

/** A template of each kind, as it is submitted to Meta, and a message of it. A handle stands for HANDLE, a file for META-FILE. */
public final class TemplateSamples {
    static final String FILE = "01a1fc15-678b-7851-bc40-f52176b702eb";

    /** What belongs to the submission besides its components, and the values in our words. */
    public record TemplateSample(String name, String category, String more, String components, String values) {}

    private TemplateSamples() {}

    public static List<TemplateSample> all() {
        return List.of(
                new TemplateSample("named", "UTILITY", ",\"parameter_format\":\"NAMED\"", """
                        [{"type":"BODY","text":"Hello {{first_name}}, your order {{order_code}} is ready and we keep it until Friday evening.",
                          "example":{"body_text_named_params":[{"param_name":"first_name","example":"Ana"},{"param_name":"order_code","example":"A-17"}]}}]""", """
                        [{"type":"body","parameters":[{"type":"text","parameterName":"first_name","text":"Ana"},
                          {"type":"text","parameterName":"order_code","text":"A-17"}]}]"""),
                new TemplateSample("text_header_and_link", "UTILITY", "", """
                        [{"type":"HEADER","format":"TEXT","text":"Order {{1}} is here","example":{"header_text":["A-17"]}},
                         {"type":"BODY","text":"Your order is ready to be collected."},
                         {"type":"BUTTONS","buttons":[{"type":"URL","text":"Track","url":"https://acme.example/t/{{1}}","example":["A-17"]}]}]""", """
                        [{"type":"header","parameters":[{"type":"text","text":"A-17"}]},
                         {"type":"button","subType":"url","index":"0","parameters":[{"type":"text","text":"A-17"}]}]"""),
                new TemplateSample("location_header", "UTILITY", "", """
                        [{"type":"HEADER","format":"LOCATION"},{"type":"BODY","text":"Your order waits for you here."}]""", """
                        [{"type":"header","parameters":[{"type":"location",
                          "location":{"latitude":"37.44","longitude":"-122.16","name":"Depot","address":"1 Main St"}}]}]"""),
                new TemplateSample("coupon", "MARKETING", "", """
                        [{"type":"BODY","text":"Take a fifth off until Sunday evening."},
                         {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":"SAVE20"}]}]""", """
                        [{"type":"button","subType":"copy_code","index":"0","parameters":[{"type":"coupon_code","couponCode":"SAVE20"}]}]"""),
                new TemplateSample("login_code", "AUTHENTICATION", "", """
                        [{"type":"BODY","add_security_recommendation":true},{"type":"FOOTER","code_expiration_minutes":10},
                         {"type":"BUTTONS","buttons":[{"type":"OTP","otp_type":"COPY_CODE"}]}]""", """
                        [{"type":"body","parameters":[{"type":"text","text":"123456"}]},
                         {"type":"button","subType":"url","index":"0","parameters":[{"type":"text","text":"123456"}]}]"""),
                new TemplateSample("offer", "MARKETING", "", """
                        [{"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Ends soon","has_expiration":true}},
                         {"type":"BODY","text":"Take a fifth off while the offer lasts."},
                         {"type":"BUTTONS","buttons":[{"type":"COPY_CODE","example":"SAVE20"},
                          {"type":"URL","text":"Shop","url":"https://acme.example/s/{{1}}","example":["A-17"]}]}]""", """
                        [{"type":"limited_time_offer","parameters":[{"type":"limited_time_offer","limitedTimeOffer":{"expirationTimeMs":4102444800000}}]},
                         {"type":"button","subType":"copy_code","index":"0","parameters":[{"type":"coupon_code","couponCode":"SAVE20"}]},
                         {"type":"button","subType":"url","index":"1","parameters":[{"type":"text","text":"A-17"}]}]"""),
                new TemplateSample("catalog", "MARKETING", "", """
                        [{"type":"BODY","text":"All our teas are in the catalog now."},
                         {"type":"BUTTONS","buttons":[{"type":"CATALOG","text":"View catalog"}]}]""", """
                        [{"type":"button","subType":"catalog","index":"0",
                          "parameters":[{"type":"action","action":{"thumbnailProductRetailerId":"sku-1"}}]}]"""),
                new TemplateSample("products", "MARKETING", "", """
                        [{"type":"HEADER","format":"TEXT","text":"For {{1}}","example":{"header_text":["Ana"]}},
                         {"type":"BODY","text":"These teas go well with what you bought."},
                         {"type":"BUTTONS","buttons":[{"type":"MPM","text":"View items"}]}]""", """
                        [{"type":"header","parameters":[{"type":"text","text":"Ana"}]},
                         {"type":"button","subType":"mpm","index":"0","parameters":[{"type":"action","action":{
                          "thumbnailProductRetailerId":"sku-1","sections":[
                           {"title":"Green","productItems":[{"productRetailerId":"sku-1"},{"productRetailerId":"sku-2"}]},
                           {"title":"Black","productItems":[{"productRetailerId":"sku-3"}]}]}}]}]"""),
                new TemplateSample("product", "MARKETING", "", """
                        [{"type":"HEADER","format":"PRODUCT"},{"type":"BODY","text":"The tea of the month is here."},
                         {"type":"BUTTONS","buttons":[{"type":"SPM","text":"View"}]}]""", """
                        [{"type":"header","parameters":[%s]}]""".formatted(productValue(1))),
                new TemplateSample(
                        "product_cards", "MARKETING", "", """
                        [{"type":"BODY","text":"Three teas that you may like, today only."},
                         {"type":"CAROUSEL","cards":[%s,%s]}]""".formatted(productCard(), productCard()), """
                        [{"type":"carousel","cards":[%s,%s,%s]}]""".formatted(
                                        productCardValues(0), productCardValues(1), productCardValues(2))),
                new TemplateSample("flow", "UTILITY", "", """
                        [{"type":"BODY","text":"Choose when we may deliver your order."},
                         {"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Choose","flow_id":"1234567890","flow_action":"NAVIGATE",
                          "navigate_screen":"DAYS"}]}]""", """
                        [{"type":"button","subType":"flow","index":"0","parameters":[{"type":"action","action":{
                          "flowToken":"order-A-17","flowActionData":{"order":"A-17","days":["mon","tue"]}}}]}]"""),
                new TemplateSample("call_us", "UTILITY", "", """
                        [{"type":"BODY","text":"Something about your order needs a word with you."},
                         {"type":"BUTTONS","buttons":[{"type":"VOICE_CALL","text":"Call us"}]}]""", """
                        [{"type":"button","subType":"voice_call","index":"0","parameters":[
                          {"type":"ttl_minutes","ttlMinutes":100},{"type":"payload","payload":"order A-17"}]}]"""),
                new TemplateSample("cards", "MARKETING", "", """
                        [{"type":"BODY","text":"Have a look at our new teas, today only."},
                         {"type":"CAROUSEL","cards":[%s,%s]}]""".formatted(card(), card()), """
                        [{"type":"carousel","cards":[%s,%s]}]""".formatted(
                                cardValues(0), cardValues(1))));
    }

    private static String productCard() {
        return """
                {"components":[{"type":"HEADER","format":"PRODUCT"},{"type":"BUTTONS","buttons":[{"type":"SPM","text":"View"}]}]}""";
    }

    private static String productCardValues(int index) {
        return """
                {"cardIndex":%d,"components":[{"type":"header","parameters":[%s]}]}""".formatted(index, productValue(index));
    }

    private static String productValue(int number) {
        return """
                {"type":"product","product":{"productRetailerId":"sku-%d","catalogId":"77"}}""".formatted(number);
    }

    private static String card() {
        return """
                {"components":[{"type":"HEADER","format":"IMAGE","example":{"header_handle":["HANDLE"]}},
                 {"type":"BODY","text":"A fresh green tea from the mountains."},
                 {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Tell me more"}]}]}""";
    }

    private static String cardValues(int index) {
        return """
                {"cardIndex":%d,"components":[{"type":"header","parameters":[{"type":"image","image":{"mediaId":"%s"}}]},
                 {"type":"button","subType":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"more"}]}]}""".formatted(index, FILE);
    }
}
