package io.posthorn.cloudapi.template;

/**
 * A button below a template.
 *
 * @param type {@code QUICK_REPLY}, {@code URL} or {@code PHONE_NUMBER}, in any case
 * @param text its label
 * @param url of a URL button; may end with the variable {@code {{1}}}
 * @param example what that variable may look like, alone or as the whole address
 */
public record TemplateButton(String type, String text, String url, String example, String phoneNumber) {
    public static TemplateButton quickReply(String text) {
        return new TemplateButton("QUICK_REPLY", text, null, null, null);
    }

    public static TemplateButton url(String text, String url, String example) {
        return new TemplateButton("URL", text, url, example, null);
    }

    public static TemplateButton phoneNumber(String text, String phoneNumber) {
        return new TemplateButton("PHONE_NUMBER", text, null, null, phoneNumber);
    }
}
