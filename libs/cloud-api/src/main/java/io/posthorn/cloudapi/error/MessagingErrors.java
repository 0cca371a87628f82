package io.posthorn.cloudapi.error;

import static io.posthorn.cloudapi.error.ErrorClass.ACCOUNT;
import static io.posthorn.cloudapi.error.ErrorClass.FIX;
import static io.posthorn.cloudapi.error.ErrorClass.NEVER;
import static io.posthorn.cloudapi.error.ErrorClass.RETRY;
import static io.posthorn.cloudapi.error.ErrorClass.WAIT;
import static io.posthorn.cloudapi.error.KnownError.range;
import static io.posthorn.cloudapi.error.KnownError.row;

import java.time.Duration;
import java.util.List;

/** What can become of a message: limits, recipients, media, groups, users who are blocked. */
final class MessagingErrors {
    private static final String PAYMENT = "Settle the payment method of the WhatsApp account.";
    private static final String TRIED_AGAIN = "Meta reported an error of its own; it is tried again.";

    static final List<KnownError> ROWS = List.of(
            row(
                    130403,
                    "Business blocked the user",
                    "The recipient is on the number's block list",
                    NEVER,
                    "Unblock the recipient first."),
            row(
                    130429,
                    "Rate limit hit",
                    "The number's throughput is reached",
                    RETRY,
                    "Sending slows down and it is tried again."),
            row(
                    130472,
                    "User's number is part of an experiment",
                    "Meta holds marketing back from some users to measure it",
                    NEVER,
                    "Meta holds marketing back from this recipient; use another way to reach them."),
            row(
                    130497,
                    "Restricted from messaging users in this country",
                    "The account's goods may not be offered there",
                    NEVER,
                    "This account may not message people in that country."),
            row(131000, "Something went wrong", "An unknown error at Meta", RETRY, TRIED_AGAIN),
            row(
                    131005,
                    "Access denied",
                    "A permission is missing or was taken away",
                    ACCOUNT,
                    "Give the token's user the missing permission."),
            row(131008, "Required parameter is missing", "Something is missing", FIX, "Complete the request."),
            row(
                    131009,
                    "Parameter value is not valid",
                    "A value is of the wrong form",
                    FIX,
                    "Correct the value that the details name."),
            row(131016, "Service unavailable", "A part of Meta is down", RETRY, TRIED_AGAIN),
            row(131020, "Bad group", "The group cannot be used", FIX, "Correct the group."),
            row(
                    131021,
                    "Recipient cannot be sender",
                    "The number would write to itself",
                    FIX,
                    "Send to another number than your own."),
            row(
                    131026,
                    "Message undeliverable",
                    "Not on WhatsApp, an old app, terms not accepted, or blocked",
                    NEVER,
                    "The recipient cannot receive WhatsApp messages from you: use another way."),
            row(
                    131030,
                    "Recipient not in allowed list",
                    "A test number writes to listed recipients only",
                    FIX,
                    "Add the recipient to the test number's list."),
            row(
                    131031,
                    "Account has been locked",
                    "A policy was violated, or data did not match",
                    ACCOUNT,
                    "Meta locked the account; see Account Quality in the WhatsApp Manager."),
            row(
                    131037,
                    "Display name approval needed",
                    "The number's display name is not approved",
                    ACCOUNT,
                    "Get the number's display name approved."),
            row(131041, "Group unknown", "There is no such group", FIX, "Correct the group."),
            row(131042, "Business eligibility: payment issue", "No valid payment method", WAIT, PAYMENT),
            row(
                    131043,
                    "Message expired",
                    "It could not be delivered in its time",
                    NEVER,
                    "The message could not be delivered in time."),
            row(131044, "Payment issue", "No valid payment method for calls", NEVER, PAYMENT),
            row(
                    131045,
                    "Incorrect certificate",
                    "The number's registration is broken",
                    ACCOUNT,
                    "Register the phone number again."),
            row(
                    131047,
                    "Re-engagement message",
                    "24 hours have passed since the customer last wrote",
                    NEVER,
                    "The 24-hour window is closed: send a template."),
            row(
                    131048,
                    "Spam rate limit hit",
                    "Many recipients blocked or reported the number",
                    ACCOUNT,
                    "The number is restricted by its quality; see its rating in the WhatsApp Manager."),
            row(
                            131049,
                            "Meta chose not to deliver",
                            "The recipient gets as much marketing as Meta allows",
                            WAIT,
                            "The recipient's marketing limit is reached; wait a day at least.")
                    .waiting(Duration.ofHours(24)),
            row(
                    131050,
                    "User stopped marketing messages",
                    "The recipient opted out inside WhatsApp",
                    NEVER,
                    "The recipient opted out of marketing; do not ask again."),
            row(
                    131051,
                    "Unsupported message type",
                    "Meta does not know this type",
                    FIX,
                    "Use a message type that Meta supports."),
            row(
                    131052,
                    "Media download error",
                    "The customer's file could not be fetched",
                    NEVER,
                    "Ask the customer to send the file again."),
            row(
                    131053,
                    "Media upload error",
                    "Our file is of the wrong type, too big or not to be had",
                    FIX,
                    "Check the file's type and size, and its address."),
            row(
                    131055,
                    "Method not allowed",
                    "The marketing API takes marketing templates only",
                    FIX,
                    "Use a marketing template for this call."),
            row(
                            131056,
                            "Pair rate limit hit",
                            "Too many messages to one recipient; others are not affected",
                            WAIT,
                            "Too many messages to this recipient; wait some seconds.")
                    .waiting(Duration.ofSeconds(6)),
            row(
                            131057,
                            "Account in maintenance mode",
                            "The number's throughput is being raised",
                            WAIT,
                            "Meta works on the number; wait a minute.")
                    .waiting(Duration.ofMinutes(1)),
            row(131059, "Invalid cursor", "The list changed meanwhile", FIX, "Read the list again from its start."),
            row(
                    131062,
                    "BSUID recipient not supported",
                    "This template goes to phone numbers only",
                    FIX,
                    "Send to the phone number instead."),
            row(
                    131063,
                    "Marketing templates disabled on Cloud API",
                    "The account sends marketing by the marketing API only",
                    FIX,
                    "Change the account's marketing setting."),
            row(
                    131064,
                    "Limit reached through template misclassification",
                    "Templates of the wrong category were sent",
                    WAIT,
                    "Correct the templates' categories and wait until the enforcement ends."),
            range(
                    131201,
                    131215,
                    "Group operation failed",
                    "The group or the account does not take it",
                    FIX,
                    "Correct the group operation; the details name what is wrong."),
            row(131207, "Group suspended", "Meta suspended the group", NEVER, "Use another group."),
            row(131208, "Group rate limit hit", "Too many calls for groups", WAIT, "Too many group calls; wait."),
            row(
                    131215,
                    "Not eligible for groups",
                    "The account may not use groups",
                    FIX,
                    "Raise the account's standing before groups are used."),
            row(
                    134011,
                    "WhatsApp Payments terms not accepted",
                    "The account has not accepted them",
                    FIX,
                    "Accept the terms of WhatsApp Payments."),
            row(
                    134100,
                    "Only marketing messages supported",
                    "The marketing API takes marketing templates only",
                    FIX,
                    "Use a marketing template for this call."),
            row(
                            134101,
                            "Template still syncing",
                            "The marketing API does not know the template yet",
                            WAIT,
                            "Wait ten minutes.")
                    .waiting(Duration.ofMinutes(10)),
            row(
                    134102,
                    "Template unavailable for use",
                    "The marketing API cannot use the template",
                    FIX,
                    "Make the template usable for this account."),
            row(
                    135000,
                    "Generic user error",
                    "Something about the parameters is wrong",
                    FIX,
                    "Correct the request's parameters."),
            row(
                    137000,
                    "Identity key hash mismatch",
                    "The recipient changed the phone or reinstalled WhatsApp",
                    NEVER,
                    "The recipient's identity changed: verify it, then send again."),
            range(138000, 138018, "Calling error", "The call cannot be made", NEVER, "Look into the details."),
            row(
                    139100,
                    "Block users: bulk failed",
                    "Some users could not be blocked or unblocked",
                    FIX,
                    "Look at the users that failed."),
            row(139101, "Block list full", "64 000 users are blocked", FIX, "Unblock users first."),
            row(139102, "Block list: concurrent update", "Two changes met", RETRY, "It is tried again."),
            row(139103, "Block list: internal error", "An error at Meta", RETRY, TRIED_AGAIN),
            row(
                    139200,
                    "Direct Send blocked",
                    "Meta withdrew direct sending",
                    FIX,
                    "Meta withdrew direct sending from this account; send templates."));

    private MessagingErrors() {}
}
