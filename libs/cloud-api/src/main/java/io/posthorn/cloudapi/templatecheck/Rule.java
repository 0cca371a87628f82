package io.posthorn.cloudapi.templatecheck;

import static io.posthorn.cloudapi.templatecheck.Severity.ADVICE;
import static io.posthorn.cloudapi.templatecheck.Severity.MAY_BE_REFUSED;
import static io.posthorn.cloudapi.templatecheck.Severity.REFUSED;

import java.util.Locale;

/** Every rule for a template: how sure Meta's refusal is, the section of the reference that says so, and the rule itself. */
public enum Rule {
    TEMPLATE_SHAPE(REFUSED, "C.2", "A template is an object with at most 3,000 values, nested at most 16 levels deep"),
    PARAMETER_UNKNOWN(ADVICE, "C.2", "Meta passes over what it does not know beside the components"),
    FIELD_UNKNOWN(REFUSED, "C.4", "Meta refuses fields that it does not know"),
    FIELD_UNEXPECTED(REFUSED, "C.4", "This field does not belong to a component or button of this kind"),
    FIELD_TYPE(REFUSED, "C.2", "A field has the JSON type that Meta documents, and null is no value"),

    NAME_REQUIRED(REFUSED, "C.3", "Give the template a name"),
    NAME_FORMAT(REFUSED, "C.3", "A name has 1 to 512 of: a to z, 0 to 9 and the underscore"),
    LANGUAGE_REQUIRED(REFUSED, "C.3", "Say the language, such as en_US"),
    LANGUAGE_UNKNOWN(REFUSED, "C.13", "Take a language that Meta knows, such as en_US, es or pt_BR"),
    CATEGORY_REQUIRED(REFUSED, "C.3", "Say what the template is for"),
    CATEGORY_UNKNOWN(REFUSED, "C.3", "The category is UTILITY, MARKETING or AUTHENTICATION"),
    PARAMETER_FORMAT_UNKNOWN(REFUSED, "C.2", "The format of variables is POSITIONAL or NAMED"),
    TIME_TO_LIVE_RANGE(
            REFUSED,
            "C.9",
            "Seconds to live: 30 to 900 for AUTHENTICATION, 30 to 43200 for UTILITY (or -1), 43200 to 2592000 for MARKETING"),

    COMPONENTS_REQUIRED(REFUSED, "C.2", "A template has a list of components"),
    COMPONENT_TYPE_UNKNOWN(
            REFUSED,
            "C.2",
            "A component is HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER or CALL_PERMISSION_REQUEST"),
    COMPONENT_DUPLICATE(REFUSED, "C.5", "There is at most one component of each type"),
    COMPONENT_NOT_ALLOWED(REFUSED, "C.9", "This kind of template has no component of this type"),
    CATEGORY_NOT_ALLOWED(REFUSED, "C.9", "This is for templates of the category MARKETING only"),

    HEADER_FORMAT_REQUIRED(REFUSED, "C.5", "Say the header's format: TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION"),
    HEADER_FORMAT_UNKNOWN(
            REFUSED, "C.5", "A header's format is TEXT, IMAGE, VIDEO, DOCUMENT, GIF, LOCATION or PRODUCT"),
    HEADER_FORMAT_NOT_ALLOWED(REFUSED, "C.9", "A header of this format does not fit this kind of template"),
    HEADER_REQUIRED(REFUSED, "C.5", "Write the header's text, or leave the header out"),
    HEADER_TOO_LONG(REFUSED, "C.5", "A header has at most 60 characters"),
    HEADER_CHARACTERS(
            REFUSED, "C.5", "A header has no line breaks, no emoji and none of the formatting characters * _ ~ `"),
    HEADER_VARIABLES(REFUSED, "C.5", "A header has at most one variable"),
    HEADER_VARIABLE_EDGE(MAY_BE_REFUSED, "C.4", "A variable at the start or end of a header may be refused"),
    HEADER_HANDLE(REFUSED, "C.5", "The example of a media header is exactly one uploaded file"),

    BODY_REQUIRED(REFUSED, "C.6", "Write a body"),
    BODY_TOO_LONG(
            REFUSED, "C.6", "A body has at most 1024 characters; 600 above an offer, 160 on a card or above a product"),
    BODY_CHARACTERS(REFUSED, "C.6", "Remove tabs, control characters and broken text"),
    BODY_SPACES(REFUSED, "C.6", "At most four spaces stand side by side"),
    BODY_LINE_BREAKS(REFUSED, "C.6", "At most two line breaks follow each other; a card has at most two altogether"),
    BODY_EMOJI(MAY_BE_REFUSED, "C.6", "More than 10 emoji may be refused"),

    FOOTER_REQUIRED(REFUSED, "C.7", "Write a footer, or leave it out"),
    FOOTER_TOO_LONG(REFUSED, "C.7", "A footer has at most 60 characters"),
    FOOTER_VARIABLE(REFUSED, "C.7", "A footer has no variables"),
    FOOTER_CHARACTERS(REFUSED, "C.7", "A footer is one line, without control characters"),

    VARIABLE_FORMAT(
            REFUSED, "C.4", "A variable is a number such as {{1}}, or a name in small letters such as {{first_name}}"),
    VARIABLE_UNBALANCED(REFUSED, "C.4", "Double braces open and close in pairs"),
    VARIABLE_MIXED(REFUSED, "C.4", "Variables are all numbered, or all named when parameter_format is NAMED"),
    VARIABLE_GAP(REFUSED, "C.4", "Variables count from {{1}} without gaps"),
    VARIABLE_REPEATED(REFUSED, "C.4", "A named variable stands in a text once"),
    VARIABLE_AT_START(REFUSED, "C.4", "Put words before the first variable"),
    VARIABLE_AT_END(REFUSED, "C.4", "Put words or a punctuation mark after the last variable"),
    VARIABLES_ADJACENT(REFUSED, "C.4", "Put words between two variables"),
    VARIABLE_RATIO(REFUSED, "C.4", "Too many variables for so few words: write three words for each and one more"),
    EXAMPLE_MISSING(REFUSED, "C.4", "Give an example for each variable"),
    EXAMPLE_BLANK(REFUSED, "C.4", "An example is not empty"),
    EXAMPLE_UNEXPECTED(REFUSED, "C.4", "There are as many examples as variables"),
    EXAMPLE_NEEDLESS(ADVICE, "C.4", "Without a variable no example is needed"),
    EXAMPLE_FORM(ADVICE, "C.2", "Examples of a body stand in a list inside of a list"),
    EXAMPLE_CHARACTERS(MAY_BE_REFUSED, "C.4", "An example is one line, without control characters"),
    EXAMPLE_TOO_LONG(MAY_BE_REFUSED, "C.6", "An example is no longer than the text that it stands in may be"),

    BUTTONS_REQUIRED(REFUSED, "C.8", "A component of buttons has at least one"),
    BUTTON_REQUIRED(REFUSED, "C.8", "A button is an object"),
    BUTTONS_TOO_MANY(REFUSED, "C.8", "A template has at most 10 buttons"),
    BUTTONS_OF_TYPE_TOO_MANY(
            REFUSED, "C.8", "There are at most 10 quick replies, 2 addresses, and one button of every other type"),
    BUTTON_TYPE_UNKNOWN(
            REFUSED,
            "C.8",
            "A button is QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW, VOICE_CALL, CATALOG, MPM, SPM or REQUEST_CONTACT_INFO"),
    BUTTON_NOT_ALLOWED(REFUSED, "C.9", "A button of this type does not fit this kind of template"),
    QUICK_REPLIES_SCATTERED(REFUSED, "C.8", "Put the quick replies together, first or last"),
    BUTTON_TEXT_REQUIRED(REFUSED, "C.8", "Give the button a label"),
    BUTTON_TEXT_TOO_LONG(REFUSED, "C.8", "A label has at most 25 characters"),
    BUTTON_TEXT_VARIABLE(REFUSED, "C.8", "A label has no variables"),
    BUTTON_TEXT_CHARACTERS(REFUSED, "C.8", "A label has no line breaks, emoji or formatting characters"),
    BUTTON_TEXT_DUPLICATE(REFUSED, "C.8", "Two buttons have this label"),
    BUTTON_TEXT_FIXED(REFUSED, "C.8", "WhatsApp writes the label of this button itself"),
    BUTTON_URL_REQUIRED(REFUSED, "C.8", "Say where the button leads"),
    BUTTON_URL_TOO_LONG(REFUSED, "C.8", "An address has at most 2000 characters"),
    BUTTON_URL_FORMAT(REFUSED, "C.8", "Write a whole address, such as https://shop.example/t/{{1}}"),
    BUTTON_URL_VARIABLE(REFUSED, "C.8", "An address has one variable {{1}} at most, at its end"),
    BUTTON_URL_WHATSAPP(REFUSED, "C.8", "Meta refuses buttons that lead to WhatsApp"),
    BUTTON_URL_SHORTENED(MAY_BE_REFUSED, "C.8", "Shortened addresses hide where they lead and may be refused"),
    BUTTON_PHONE_NUMBER_REQUIRED(REFUSED, "C.8", "Say which number the button calls"),
    BUTTON_PHONE_NUMBER_FORMAT(REFUSED, "C.8", "Write the number with its country code: +15550001000"),
    CODE_REQUIRED(REFUSED, "C.8", "Give an example of the code that is copied"),
    CODE_TOO_LONG(REFUSED, "C.8", "A code has at most 20 characters, in an offer 15"),
    CODE_CHARACTERS(REFUSED, "C.8", "A code has letters and digits only"),
    FLOW_SOURCE(REFUSED, "C.8", "A flow button has exactly one of flow_id, flow_name and flow_json"),
    FLOW_JSON(REFUSED, "C.8", "flow_json is a JSON object, written as a text"),
    FLOW_ACTION(REFUSED, "C.8", "The action of a flow is navigate or data_exchange"),
    BUTTONS_FOLDED(ADVICE, "C.8", "With more than three buttons a phone shows two and a list of all"),
    BUTTONS_ON_DESKTOP(
            ADVICE, "C.8", "Quick replies beside other buttons, or four buttons, are not shown on a desktop"),

    AUTHENTICATION_TEXT(REFUSED, "C.9", "Meta writes the text of authentication templates itself"),
    CODE_BUTTON_REQUIRED(REFUSED, "C.9", "An authentication template has exactly one button, of type OTP"),
    CODE_LIFE_RANGE(REFUSED, "C.9", "A code lives 1 to 90 minutes"),
    OTP_TYPE_UNKNOWN(REFUSED, "C.9", "A code is handed over by COPY_CODE, ONE_TAP or ZERO_TAP"),
    APPS_REQUIRED(REFUSED, "C.9", "One-tap and zero-tap name the app that takes the code"),
    APPS_TOO_MANY(REFUSED, "C.9", "At most five apps take the code"),
    PACKAGE_NAME_FORMAT(REFUSED, "C.9", "A package is the name of an Android app of at most 224 characters"),
    SIGNATURE_HASH_LENGTH(REFUSED, "C.9", "The hash of an app's signature has 11 characters"),
    ZERO_TAP_TERMS(REFUSED, "C.9", "Zero-tap needs zero_tap_terms_accepted"),

    CARDS_COUNT(REFUSED, "C.9", "A carousel has 2 to 10 cards"),
    CARD_HEADER_REQUIRED(REFUSED, "C.9", "Each card has a header"),
    CARD_BUTTONS_REQUIRED(REFUSED, "C.9", "Each card has one or two buttons; a card of a product has one"),
    CARDS_DIFFER(REFUSED, "C.9", "All cards have the same components and the same kinds of buttons"),
    OFFER_TEXT_REQUIRED(REFUSED, "C.9", "Say what the offer is"),
    OFFER_TEXT_TOO_LONG(REFUSED, "C.9", "The text of an offer has at most 16 characters"),
    OFFER_BUTTONS(
            REFUSED,
            "C.9",
            "An offer has a button to copy its code, needed when it expires, and one that leads somewhere"),
    PRODUCTS_ALONE(REFUSED, "C.9", "A button that shows products stands alone"),
    PRODUCTS_HEADER(REFUSED, "C.9", "MPM needs a header of text, SPM one of a product, and CATALOG has none"),

    RISK_MARKETING(
            MAY_BE_REFUSED, "C.10", "These words sound like marketing: Meta may put the template into MARKETING"),
    RISK_AUTHENTICATION(
            MAY_BE_REFUSED, "C.10", "This looks like a code to log in: Meta rejects such texts outside AUTHENTICATION"),
    OPT_OUT_MISSING(
            ADVICE, "C.10", "Say how to stop such messages: readers who cannot, block, and blocks cost quality");

    private final Severity severity;
    private final String source;
    private final String sentence;

    Rule(Severity severity, String source, String sentence) {
        this.severity = severity;
        this.source = source;
        this.sentence = sentence;
    }

    /** The stable word that clients switch on. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Severity severity() {
        return severity;
    }

    /** The section of the reference. */
    public String source() {
        return source;
    }

    public String sentence() {
        return sentence;
    }
}
