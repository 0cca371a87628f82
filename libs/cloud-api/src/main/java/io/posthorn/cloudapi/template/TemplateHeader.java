package io.posthorn.cloudapi.template;

/**
 * What stands above the body: a text, or an image that is chosen for each message.
 *
 * @param format {@code TEXT} or {@code IMAGE}, in any case
 * @param example what the variable of a text may look like
 * @param mediaId the stored image that shows Meta what will be sent
 */
public record TemplateHeader(String format, String text, String example, String mediaId) {}
