package io.posthorn.simulator.template;

import io.posthorn.simulator.graph.GraphError;
import io.posthorn.simulator.graph.GraphFailure;

/** Meta's reasons not to take a template: code 100, told apart by the subcode. */
public final class TemplateRefusal {
    private TemplateRefusal() {}

    public static GraphFailure limitReached() {
        return of(
                2388019,
                "Message template limit reached",
                "This account has as many message templates as it may have.");
    }

    public static GraphFailure tooManyCreations(int perHour) {
        return GraphError.of(80008, "There have been too many calls to this WhatsApp Business account.")
                .withDetails("An account can create %d message templates in an hour".formatted(perHour))
                .failure();
    }

    public static GraphFailure languageBeingDeleted(String language) {
        return of(
                2388023,
                "Message template language is being deleted",
                "New %1$s content can't be added while the existing %1$s content is being deleted. Try again in 4 weeks or create a new message template."
                        .formatted(language));
    }

    public static GraphFailure languageExists(String language) {
        return of(
                2388024,
                "Content in This Language Already Exists",
                "There is already %s content for this template. You can create a new template and try again."
                        .formatted(language));
    }

    public static GraphFailure notInThisStatus() {
        return of(
                2388039,
                "Message template status can't be changed",
                "Message templates can only be edited when they are approved, rejected or paused.");
    }

    public static GraphFailure tooLong(String what, int most) {
        return of(2388040, "Character limit exceeded", "%s can't have more than %d characters.".formatted(what, most));
    }

    public static GraphFailure unexpected(String component, String property) {
        return of(
                2388042,
                "Message template \"components\" param contains unexpected field(s)",
                "component of type %s has unexpected field(s) (%s)".formatted(component, property));
    }

    public static GraphFailure missing(String component, String property) {
        return of(
                2388043,
                "Message template \"components\" param is missing expected field(s)",
                "component of type %s is missing expected field(s) (%s)".formatted(component, property));
    }

    public static GraphFailure nameFormat() {
        return of(
                2388046,
                "Name Format is Incorrect",
                "Message template name can only have lowercase letters, numbers and underscores, 512 at most.");
    }

    public static GraphFailure headerFormat(String text) {
        return of(2388047, "Header Format Is Incorrect", text);
    }

    public static GraphFailure headerSigns() {
        return of(
                2388072,
                "Invalid Header Format",
                "The message header can't have any new lines, formatting characters, emojis or asterisks.");
    }

    public static GraphFailure bodyFormat(String text) {
        return of(2388072, "Body Format Is Incorrect", text);
    }

    public static GraphFailure footerFormat(String text) {
        return of(2388073, "Footer Format Is Incorrect", text);
    }

    public static GraphFailure whatsAppLink() {
        return of(
                2388081,
                "Button URL isn't valid",
                "Direct links to WhatsApp aren't allowed for buttons. Try adding a different type of button.");
    }

    public static GraphFailure notDeletable() {
        return of(2388094, "Message template can't be deleted", "Disabled message templates can't be deleted.");
    }

    public static GraphFailure noAccess() {
        return GraphError.of(10, "Application does not have permission for this action")
                .withSubcode(2388185)
                .failure();
    }

    public static GraphFailure tooManyVariables() {
        return of(
                2388293,
                "Parameters words ratio exceeds limit",
                "This template contains too many variable parameters relative to the message length. You need to decrease the number of variable parameters or increase the message length.");
    }

    public static GraphFailure variableAtTheEdge() {
        return of(
                2388299,
                "Leading or trailing params not allowed",
                "Variables can't be at the start or end of the template.");
    }

    static GraphFailure otherCategory(TemplateCategory wanted, TemplateCategory present) {
        return plain(
                "Category doesn't match",
                "The category %s doesn't match the one that's already associated with this template, %s."
                        .formatted(wanted, present));
    }

    public static GraphFailure badHandle() {
        return of(
                2494102,
                "Uploaded media handle is invalid",
                "The uploaded media handle is invalid. Please upload the file again to get a new handle.");
    }

    public static GraphFailure notFound() {
        return of(0, "Message Template Not Found", "The message template doesn't exist or was deleted.");
    }

    /** Where Meta's subcode is not known. */
    public static GraphFailure plain(String title, String text) {
        return of(0, title, text);
    }

    /** A parameter that has none of the values it can have. */
    public static GraphFailure parameter(String text) {
        return GraphError.of(100, text).failure();
    }

    private static GraphFailure of(int subcode, String title, String text) {
        return GraphError.invalidParameter(subcode, title, text).failure();
    }
}
