package io.posthorn.messaging.draft;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How interactive messages look, for the API document only. An action has what its kind of message needs. */
final class InteractiveSchemas {
    private InteractiveSchemas() {}

    @Schema(
            name = "InteractiveContent",
            requiredProperties = {"type", "action"},
            description = "Meta's structure in camelCase")
    record Interactive(
            @Schema(
                    enumeration = {
                        "button",
                        "list",
                        "cta_url",
                        "flow",
                        "product",
                        "product_list",
                        "catalog_message",
                        "location_request_message",
                        "address_message",
                        "carousel",
                        "voice_call",
                        "call_permission_request",
                        "contact_request",
                        "order_details",
                        "order_status"
                    })
            String type,

            Header header,

            @Schema(description = "Of most kinds at most 1024 characters, of a list 4096")
            Words body,

            @Schema(description = "At most 60 characters") Words footer,

            Action action) {}

    @Schema(name = "InteractiveText", requiredProperties = "text")
    record Words(String text) {}

    @Schema(name = "InteractiveHeader", requiredProperties = "type")
    record Header(
            @Schema(enumeration = {"text", "image", "video", "document"})
            String type,

            @Schema(maxLength = 60) String text,
            ContentSchemas.File image,
            ContentSchemas.File video,
            ContentSchemas.File document) {}

    @Schema(name = "InteractiveAction", description = "Each kind of message has its own fields of these")
    record Action(
            @Schema(
                    description = "Of every kind besides button, list, product, product_list and carousel",
                    enumeration = {
                        "cta_url",
                        "flow",
                        "catalog_message",
                        "send_location",
                        "address_message",
                        "voice_call",
                        "call_permission_request",
                        "request_contact_info",
                        "review_and_pay",
                        "review_order"
                    })
            String name,

            Parameters parameters,

            @Schema(description = "button", minItems = 1, maxItems = 3)
            List<Button> buttons,

            @Schema(description = "list: what opens it", maxLength = 20)
            String button,

            @Schema(description = "list, product_list", minItems = 1, maxItems = 10)
            List<Section> sections,

            @Schema(description = "product, product_list") String catalogId,

            @Schema(description = "product") String productRetailerId,

            @Schema(description = "carousel", minItems = 2, maxItems = 10)
            List<Card> cards) {}

    @Schema(
            name = "InteractiveButton",
            requiredProperties = {"type", "reply"})
    record Button(@Schema(enumeration = "reply") String type, Reply reply) {}

    @Schema(
            name = "InteractiveReply",
            requiredProperties = {"id", "title"})
    record Reply(
            @Schema(maxLength = 256) String id,
            @Schema(maxLength = 20) String title) {}

    @Schema(name = "InteractiveSection", description = "Rows of a list, or products")
    record Section(
            @Schema(description = "Required where there are several", maxLength = 24)
            String title,

            @Schema(description = "list: ten in all sections together")
            List<Row> rows,

            @Schema(description = "product_list: thirty in all sections together")
            List<Product> productItems) {}

    @Schema(
            name = "InteractiveRow",
            requiredProperties = {"id", "title"})
    record Row(
            @Schema(maxLength = 200) String id,
            @Schema(maxLength = 24) String title,
            @Schema(maxLength = 72) String description) {}

    @Schema(name = "InteractiveProduct", requiredProperties = "productRetailerId")
    record Product(String productRetailerId) {}

    @Schema(
            name = "InteractiveCard",
            requiredProperties = {"type", "action"})
    record Card(
            Integer cardIndex,

            @Schema(enumeration = {"cta_url", "product"}) String type,

            @Schema(description = "cta_url: an image or a video, the same on all cards")
            Header header,

            @Schema(description = "cta_url: at most 160 characters")
            Words body,

            @Schema(description = "cta_url: name and parameters; product: catalogId and productRetailerId")
            Action action) {}

    @Schema(
            name = "InteractiveParameters",
            additionalProperties = Schema.True.class,
            description =
                    "Of actions that have a name. Those of review_and_pay belong to the payment provider and stay as they are")
    record Parameters(
            @Schema(description = "cta_url, voice_call", maxLength = 20)
            String displayText,

            @Schema(description = "cta_url") String url,

            @Schema(description = "flow", enumeration = "3") String flowMessageVersion,

            @Schema(description = "flow: this or flowName") String flowId,

            @Schema(description = "flow") String flowName,

            @Schema(description = "flow: the button", maxLength = 30)
            String flowCta,

            @Schema(description = "flow") String flowToken,

            @Schema(
                    description = "flow",
                    enumeration = {"published", "draft"})
            String mode,

            @Schema(
                    description = "flow",
                    enumeration = {"navigate", "data_exchange"})
            String flowAction,

            @Schema(description = "flow, with navigate") Screen flowActionPayload,

            @Schema(description = "catalog_message") String thumbnailProductRetailerId,

            @Schema(description = "address_message", examples = "IN")
            String country,

            @Schema(description = "address_message: what is filled in already")
            Map<String, Object> values,

            @Schema(description = "address_message") List<SavedAddress> savedAddresses,

            @Schema(description = "voice_call") Integer ttlMinutes,
            @Schema(description = "voice_call") String payload,

            @Schema(description = "review_and_pay, review_order")
            String referenceId,

            @Schema(description = "review_order") OrderStatus order) {}

    @Schema(name = "InteractiveScreen", requiredProperties = "screen")
    record Screen(String screen, Map<String, Object> data) {}

    @Schema(
            name = "InteractiveSavedAddress",
            requiredProperties = {"id", "value"})
    record SavedAddress(String id, Map<String, Object> value) {}

    @Schema(name = "InteractiveOrderStatus", additionalProperties = Schema.True.class, requiredProperties = "status")
    record OrderStatus(String status, String description) {}
}
