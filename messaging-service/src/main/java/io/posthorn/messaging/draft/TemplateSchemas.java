package io.posthorn.messaging.draft;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How template messages look, for the API document only. A component and a value have what their type needs. */
final class TemplateSchemas {
    private TemplateSchemas() {}

    @Schema(
            name = "TemplateContent",
            requiredProperties = {"name", "language"})
    record Template(
            String name,
            Language language,

            @Schema(
                    description =
                            "What fills the template, in camelCase or in Meta's own words; none where nothing is variable")
            List<Component> components) {}

    @Schema(name = "TemplateLanguage", requiredProperties = "code")
    record Language(
            @Schema(examples = "en_US") String code,

            @Schema(enumeration = "deterministic") String policy) {}

    @Schema(name = "TemplateComponentValues", requiredProperties = "type")
    record Component(
            @Schema(
                    enumeration = {
                        "header",
                        "body",
                        "button",
                        "carousel",
                        "limited_time_offer",
                        "tap_target_configuration"
                    })
            String type,

            @Schema(
                    description = "button: its kind; a one-time code is given to url",
                    enumeration = {"url", "quick_reply", "copy_code", "flow", "catalog", "mpm", "voice_call"})
            String subType,

            @Schema(description = "button: its place, counted from 0", examples = "0")
            String index,

            @Schema(description = "All but carousel") List<Value> parameters,

            @Schema(description = "carousel", minItems = 2, maxItems = 10)
            List<Card> cards) {}

    @Schema(
            name = "TemplateCardValues",
            requiredProperties = {"cardIndex", "components"})
    record Card(Integer cardIndex, List<Component> components) {}

    @Schema(name = "TemplateValue", requiredProperties = "type")
    record Value(
            @Schema(
                    description = "The field of this name holds the value, where there is one",
                    enumeration = {
                        "text",
                        "currency",
                        "date_time",
                        "image",
                        "video",
                        "document",
                        "gif",
                        "location",
                        "product",
                        "payload",
                        "coupon_code",
                        "action",
                        "ttl_minutes",
                        "limited_time_offer",
                        "tap_target_configuration"
                    })
            String type,

            @Schema(description = "Of templates with named variables", examples = "first_name")
            String parameterName,

            @Schema(description = "header, body; of a url button the end of its address")
            String text,

            Currency currency,
            DateTime dateTime,
            ContentSchemas.File image,
            ContentSchemas.File video,
            ContentSchemas.Document document,
            ContentSchemas.File gif,
            ContentSchemas.Location location,
            Product product,

            @Schema(description = "quick_reply, voice_call", maxLength = 256)
            String payload,

            @Schema(description = "copy_code", pattern = "^[A-Za-z0-9]{1,20}$")
            String couponCode,

            @Schema(description = "flow, catalog, mpm") Action action,
            @Schema(description = "voice_call") Integer ttlMinutes,
            Offer limitedTimeOffer,

            @Schema(minItems = 1, maxItems = 1) List<Target> tapTargetConfiguration) {}

    @Schema(
            name = "TemplateCurrency",
            requiredProperties = {"fallbackValue", "code", "amount1000"})
    record Currency(
            String fallbackValue,

            @Schema(pattern = "^[A-Z]{3}$") String code,

            @Schema(description = "In thousandths") Long amount1000) {}

    @Schema(name = "TemplateDateTime", requiredProperties = "fallbackValue")
    record DateTime(String fallbackValue) {}

    @Schema(
            name = "TemplateProduct",
            requiredProperties = {"catalogId", "productRetailerId"})
    record Product(String catalogId, String productRetailerId) {}

    @Schema(name = "TemplateAction")
    record Action(
            @Schema(description = "flow") String flowToken,

            @Schema(description = "flow: the first screen's data, as it is")
            Map<String, Object> flowActionData,

            @Schema(description = "catalog, mpm") String thumbnailProductRetailerId,
            @Schema(description = "mpm") List<InteractiveSchemas.Section> sections) {}

    @Schema(name = "TemplateOffer", requiredProperties = "expirationTimeMs")
    record Offer(Long expirationTimeMs) {}

    @Schema(
            name = "TemplateTapTarget",
            requiredProperties = {"url", "title"})
    record Target(String url, String title) {}
}
