package io.posthorn.cloudapi.error;

import static io.posthorn.cloudapi.error.ErrorClass.ACCOUNT;
import static io.posthorn.cloudapi.error.ErrorClass.FIX;
import static io.posthorn.cloudapi.error.ErrorClass.NEVER;
import static io.posthorn.cloudapi.error.ErrorClass.WAIT;
import static io.posthorn.cloudapi.error.KnownError.range;
import static io.posthorn.cloudapi.error.KnownError.row;

import java.time.Duration;
import java.util.List;

/** Templates and flows: what is wrong when they are sent, and, under code 100, when they are made or changed. */
final class TemplateErrors {
    private static final int INVALID_PARAMETER = 100;

    static final List<KnownError> ROWS = List.of(
            row(
                    132000,
                    "Template Param Count Mismatch",
                    "The number or the names of the values do not fit",
                    FIX,
                    "Give a value for each template variable."),
            row(
                    132001,
                    "Template does not exist",
                    "No approved template of this name in this language",
                    FIX,
                    "Check the template's name, language and approval."),
            row(
                    132005,
                    "Template Hydrated Text Too Long",
                    "With its values the text is too long",
                    FIX,
                    "Shorten the template's values."),
            row(
                    132007,
                    "Template Format Character Policy Violated",
                    "The text has characters that Meta does not take",
                    FIX,
                    "Correct the template's text."),
            row(132008, "Parameter value invalid", "A value is wrong", FIX, "Correct the template's values."),
            row(
                    132012,
                    "Template Parameter Format Mismatch",
                    "A value is of another kind than the template's",
                    FIX,
                    "Correct the format of the template's values."),
            row(
                    132015,
                    "Template is Paused",
                    "Its quality was low; the first pause is 3 hours, the second 6",
                    WAIT,
                    "Wait until Meta unpauses the template, or use another."),
            row(
                    132016,
                    "Template is Disabled",
                    "It was paused too often",
                    NEVER,
                    "Make a new template with other words."),
            row(
                    132018,
                    "Template validation error",
                    "Values have line breaks, tabs or wide gaps",
                    FIX,
                    "Remove line breaks, tabs and wide gaps from the values."),
            row(132068, "Flow is blocked", "Meta blocked the flow", FIX, "Correct the flow and publish it again."),
            row(
                            132069,
                            "Flow is throttled",
                            "Its endpoint is slow or fails; ten messages an hour are left",
                            WAIT,
                            "Repair the flow's endpoint; until then ten messages an hour leave.")
                    .waiting(Duration.ofHours(1)),
            range(139000, 139004, "Flow error", "The flow cannot be changed so", FIX, "Correct the flow."),
            row(200002, "Template creation failed", "The template cannot be made so", FIX, "Correct the template."),
            range(
                    200005,
                    200007,
                    "Template insights error",
                    "Insights are not enabled or not there",
                    FIX,
                    "Enable template insights in the WhatsApp Manager."),
            sub(2388019, "Template limit exceeded", "The account has as many templates as it may", "Delete templates."),
            sub(
                            2388023,
                            "Language is being deleted",
                            "A template of this name was deleted in the last 30 days",
                            "Take another name, or wait until 30 days have passed.")
                    .waiting(Duration.ofDays(30)),
            sub(
                    2388024,
                    "Content in this language already exists",
                    "Name and language are taken",
                    "Edit the template that is there, or take another name."),
            sub(
                    2388039,
                    "Status can't be changed",
                    "It is being reviewed",
                    "Wait for the review to end, then edit it."),
            sub(2388040, "Character limit exceeded", "A text is too long", "Shorten the text that the details name."),
            sub(2388042, "Unexpected field", "A component has a field too many", "Remove the field that is named."),
            sub(
                    2388043,
                    "Missing expected field",
                    "Mostly an example is missing",
                    "Add what is named, mostly an example."),
            sub(2388046, "Name format is incorrect", "The name is wrong", "Take a to z, 0 to 9 and the underscore."),
            sub(2388047, "Header format is incorrect", "The header is wrong", "Correct the header."),
            sub(2388072, "Body format is incorrect", "The body is wrong", "Correct the body."),
            sub(2388073, "Footer format is incorrect", "The footer is wrong", "Correct the footer."),
            sub(2388081, "Button URL error", "The button leads to WhatsApp", "Lead the button to a page of yours."),
            sub(2388094, "Deletion refused", "The template cannot be deleted now", "Try again later, or archive it."),
            row(
                            10,
                            "No access to the template",
                            "The token may not see the template or its account",
                            ACCOUNT,
                            "Give the token's user access to this WhatsApp account.")
                    .under(2388185),
            sub(
                    2388293,
                    "Too many variables for the words",
                    "The text is short for so many variables",
                    "Write more words, or take variables out."),
            sub(
                    2388299,
                    "Variable at start or end",
                    "The body starts or ends with a variable",
                    "Put words before the first and after the last variable."));

    private TemplateErrors() {}

    private static KnownError sub(int subcode, String title, String meaning, String remedy) {
        return row(INVALID_PARAMETER, title, meaning, FIX, remedy).under(subcode);
    }
}
