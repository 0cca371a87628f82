package io.posthorn.cloudapi.error;

import static io.posthorn.cloudapi.error.ErrorClass.ACCOUNT;
import static io.posthorn.cloudapi.error.ErrorClass.NEVER;
import static io.posthorn.cloudapi.error.ErrorClass.RETRY;
import static io.posthorn.cloudapi.error.ErrorClass.WAIT;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Meta's error codes, what to do after each, and what to tell people. Decided by code, never by HTTP status. */
public final class ErrorTable {
    private static final String UNKNOWN_REMEDY = "Look the code up in Meta's list of errors.";
    private static final int OBJECT_IS_GONE = 33;

    private static final List<Row> ROWS = List.of(
            row(0, "AuthException", ACCOUNT, "Enter a new access token for the channel."),
            row(1, "API Unknown", RETRY, "Meta reported an unknown error; it is tried again."),
            row(2, "API Service", RETRY, "Meta is down or overloaded; it is tried again."),
            row(3, "API Method", ACCOUNT, "Give the app the capability or permission for this call."),
            row(4, "API Too Many Calls", WAIT, "The app's call limit is reached; wait until it recovers."),
            row(10, "Permission Denied", ACCOUNT, "Give the token's user the missing permission."),
            row(17, "User request limit", WAIT, "The token user's call limit is reached; wait until it recovers."),
            row(33, "Phone number deleted", ACCOUNT, "The number was deleted; connect the channel again."),
            row(100, "Invalid parameter", NEVER, "Correct the request; Meta's details name the parameter."),
            row(104, "No access token", ACCOUNT, "Enter an access token for the channel."),
            row(190, "Access token invalid", ACCOUNT, "Enter a new access token for the channel."),
            row(192, "Invalid phone number", NEVER, "Correct the phone number in the request."),
            range(200, 299, "API Permission", ACCOUNT, "Give the token's user access to this WhatsApp account."),
            row(368, "Blocked for policy violations", ACCOUNT, "Meta restricted the account; see Account Quality."),
            row(506, "Duplicate Post", NEVER, "The same request was already made."),
            row(613, "Calls rate limit", WAIT, "The call limit is reached; wait until it recovers."),
            row(803, "Object does not exist", NEVER, "Correct the id in the request."),
            row(2200, "Callback verification failed", NEVER, "Make our webhook address reachable for Meta."),
            row(2500, "Malformed path", NEVER, "Correct the request's path."),
            row(80007, "Rate limit issues", WAIT, "The WhatsApp account's call limit is reached; wait."),
            row(80008, "Too many calls to this WABA", WAIT, "The WhatsApp account's call limit is reached; wait."),
            row(130403, "Business blocked the user", NEVER, "Unblock the recipient first."),
            row(130429, "Rate limit hit", RETRY, "The number's throughput is reached; sending slows down."),
            row(130472, "Recipient is part of an experiment", NEVER, "Meta holds marketing back from this recipient."),
            row(130497, "Country restricted", NEVER, "This account may not message people in that country."),
            row(131000, "Something went wrong", RETRY, "Meta reported an unknown error; it is tried again."),
            row(131005, "Access denied", ACCOUNT, "Give the token's user the missing permission."),
            row(131008, "Required parameter is missing", NEVER, "Complete the request."),
            row(131009, "Parameter value is not valid", NEVER, "Correct the value that the details name."),
            row(131016, "Service unavailable", RETRY, "Meta is temporarily unavailable; it is tried again."),
            row(131020, "Bad group", NEVER, "Correct the group."),
            row(131021, "Recipient cannot be sender", NEVER, "Send to another number than your own."),
            row(131026, "Message undeliverable", NEVER, "The recipient cannot receive WhatsApp messages from you."),
            row(131030, "Recipient not in allowed list", NEVER, "Add the recipient to the test number's list."),
            row(131031, "Account has been locked", ACCOUNT, "Meta locked the account; see Account Quality."),
            row(131037, "Display name approval needed", ACCOUNT, "Get the number's display name approved."),
            row(131041, "Group unknown", NEVER, "Correct the group."),
            row(131042, "Payment issue", ACCOUNT, "Settle the payment method of the WhatsApp account."),
            row(131043, "Message expired", NEVER, "The message could not be delivered in time."),
            row(131044, "Payment issue", ACCOUNT, "Settle the payment method of the WhatsApp account."),
            row(131045, "Incorrect certificate", ACCOUNT, "Register the phone number again."),
            row(131047, "Re-engagement message", NEVER, "The 24-hour window is closed: send a template."),
            row(131048, "Spam rate limit hit", ACCOUNT, "The number is restricted by its quality; see its rating."),
            row(131049, "Meta chose not to deliver", WAIT, "The recipient's marketing limit is reached; wait a day."),
            row(131050, "User stopped marketing messages", NEVER, "The recipient opted out of marketing."),
            row(131051, "Unsupported message type", NEVER, "Use a message type that Meta supports."),
            row(131052, "Media download error", NEVER, "Ask the customer to send the file again."),
            row(131053, "Media upload error", NEVER, "Check the file's type and size, and its address."),
            row(131055, "Method not allowed", NEVER, "Use a marketing template for this call."),
            row(131056, "Pair rate limit hit", WAIT, "Too many messages to this recipient; wait some seconds."),
            row(131057, "Account in maintenance mode", WAIT, "Meta works on the number; wait some minutes."),
            row(131059, "Invalid cursor", NEVER, "Read the list again from its start."),
            row(131062, "User id recipient not supported", NEVER, "Send to the phone number instead."),
            row(131063, "Marketing templates disabled", ACCOUNT, "Change the account's marketing setting."),
            row(131064, "Limited by misclassified templates", WAIT, "Correct the templates' categories and wait."),
            row(131208, "Group rate limit hit", WAIT, "Too many group calls; wait."),
            range(131201, 131215, "Group operation failed", NEVER, "Correct the group operation."),
            row(132000, "Template parameter count mismatch", NEVER, "Give a value for each template variable."),
            row(132001, "Template does not exist", NEVER, "Check the template's name, language and approval."),
            row(132005, "Template text too long", NEVER, "Shorten the template's values."),
            row(132007, "Template character policy violated", NEVER, "Correct the template's text."),
            row(132008, "Template parameter invalid", NEVER, "Correct the template's values."),
            row(132012, "Template parameter format mismatch", NEVER, "Correct the format of the template's values."),
            row(132015, "Template is paused", WAIT, "Wait until Meta unpauses the template, or use another."),
            row(132016, "Template is disabled", NEVER, "Use another template."),
            row(132018, "Template validation error", NEVER, "Remove line breaks, tabs and wide gaps from the values."),
            row(132068, "Flow is blocked", NEVER, "Correct the flow."),
            row(132069, "Flow is throttled", WAIT, "The flow is limited to ten messages an hour; wait."),
            row(133000, "Incomplete deregistration", WAIT, "Deregister the number once more."),
            range(133001, 133003, "Backup cannot be read", NEVER, "Register the number without a backup."),
            row(133004, "Server temporarily unavailable", RETRY, "Meta is temporarily unavailable; it is tried again."),
            row(133005, "Two-step PIN mismatch", NEVER, "Enter the number's right PIN."),
            row(133006, "Number needs verification", ACCOUNT, "Verify the phone number again."),
            range(133008, 133009, "Too many PIN guesses", WAIT, "Wait as long as the details say."),
            row(133010, "Phone number not registered", ACCOUNT, "Register the phone number."),
            row(133015, "Number recently deleted", WAIT, "Wait five minutes."),
            row(133016, "Too many registrations", WAIT, "Wait 72 hours."),
            row(134011, "Payment terms not accepted", ACCOUNT, "Accept the terms of WhatsApp Payments."),
            row(134100, "Only marketing messages supported", NEVER, "Use a marketing template for this call."),
            row(134101, "Template still syncing", WAIT, "Wait ten minutes."),
            row(134102, "Template unavailable", ACCOUNT, "Make the template usable for this account."),
            row(135000, "Generic user error", NEVER, "Correct the request's parameters."),
            range(136024, 136025, "Verification code error", WAIT, "Wait, then ask for a new code."),
            row(137000, "Identity key mismatch", NEVER, "The recipient's identity changed: verify it."),
            range(138000, 138018, "Calling error", NEVER, "Calls are not supported."),
            range(139000, 139004, "Flow error", NEVER, "Correct the flow."),
            range(139100, 139102, "Block list error", NEVER, "Correct the block list."),
            row(139103, "Block list unavailable", RETRY, "Meta reported an internal error; it is tried again."),
            row(139200, "Direct send blocked", ACCOUNT, "Meta withdrew direct sending from this account."),
            range(147001, 147005, "Business username error", NEVER, "Choose another username."),
            row(200002, "Template creation failed", NEVER, "Correct the template."),
            range(200005, 200007, "Template insights error", NEVER, "Enable template insights."),
            row(1752041, "Duplicate request", NEVER, "The same request was already made."),
            row(2494100, "Phone in maintenance mode", WAIT, "Meta works on the number; wait some minutes."),
            range(2593107, 2593108, "Data sync limit", NEVER, "The data was already synchronised."));

    private static final NavigableMap<Integer, Row> BY_FIRST_CODE = byFirstCode();

    private ErrorTable() {}

    /** The class of a refusal; unknown codes are repeated only when Meta itself calls them passing. */
    static ErrorClass classify(GraphError error, int httpStatus) {
        if (isGone(error)) {
            return ACCOUNT;
        }
        var passing = error.isTransient() || httpStatus >= 500;
        return find(error.code()).map(Row::errorClass).orElse(passing ? RETRY : NEVER);
    }

    static ErrorClass classify(int httpStatus) {
        return switch (httpStatus) {
            case 401, 403 -> ACCOUNT;
            case 429 -> WAIT;
            default -> NEVER;
        };
    }

    /** The class of an error that came by webhook, after Meta had accepted the message. */
    public static ErrorClass classify(long code) {
        return find(code).map(Row::errorClass).orElse(NEVER);
    }

    /** Our short name for a code; empty when the table does not know it. */
    public static Optional<String> title(long code) {
        return find(code).map(Row::title);
    }

    public static String remedy(long code) {
        return find(code).map(Row::remedy).orElse(UNKNOWN_REMEDY);
    }

    static String remedy(GraphError error) {
        return remedy(isGone(error) ? OBJECT_IS_GONE : error.code());
    }

    private static boolean isGone(GraphError error) {
        return error.code() == 100 && error.subcode().equals(Optional.of(OBJECT_IS_GONE));
    }

    private static Optional<Row> find(long code) {
        if (code < 0 || code > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var key = (int) code;
        return BY_FIRST_CODE.headMap(key, true).descendingMap().values().stream()
                .limit(2) // a single code may stand inside a range
                .filter(row -> row.last() >= key)
                .findFirst();
    }

    private static NavigableMap<Integer, Row> byFirstCode() {
        var rows = new TreeMap<Integer, Row>();
        ROWS.forEach(row -> rows.merge(row.first(), row, ErrorTable::refuseDuplicate));
        return rows;
    }

    private static Row refuseDuplicate(Row one, Row other) {
        throw new IllegalStateException("Two rows for code " + Map.entry(one, other));
    }

    private static Row row(int code, String title, ErrorClass errorClass, String remedy) {
        return new Row(code, code, title, errorClass, remedy);
    }

    private static Row range(int first, int last, String title, ErrorClass errorClass, String remedy) {
        return new Row(first, last, title, errorClass, remedy);
    }

    private record Row(int first, int last, String title, ErrorClass errorClass, String remedy) {}
}
