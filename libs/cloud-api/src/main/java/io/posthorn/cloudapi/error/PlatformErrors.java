package io.posthorn.cloudapi.error;

import static io.posthorn.cloudapi.error.ErrorClass.ACCOUNT;
import static io.posthorn.cloudapi.error.ErrorClass.FIX;
import static io.posthorn.cloudapi.error.ErrorClass.NEVER;
import static io.posthorn.cloudapi.error.ErrorClass.RETRY;
import static io.posthorn.cloudapi.error.ErrorClass.TOKEN;
import static io.posthorn.cloudapi.error.ErrorClass.WAIT;
import static io.posthorn.cloudapi.error.KnownError.range;
import static io.posthorn.cloudapi.error.KnownError.row;

import java.time.Duration;
import java.util.List;

/** What the Graph API says for all of Meta's products: tokens, permissions, call limits, paths. */
final class PlatformErrors {
    private static final String NEW_TOKEN = "Enter a new access token for the channel.";
    private static final String LIMIT = "The call limit is reached; wait until it recovers.";

    static final List<KnownError> ROWS = List.of(
            row(0, "AuthException", "The token cannot be authenticated", TOKEN, NEW_TOKEN),
            row(1, "API Unknown", "An invalid request, or an error at Meta", RETRY, "It is tried again a few times."),
            row(2, "API Service", "Meta is down or overloaded", RETRY, "Meta is down; it is tried again."),
            row(
                    3,
                    "API Method",
                    "The app lacks a capability or permission",
                    ACCOUNT,
                    "Give the app the capability or permission for this call."),
            row(4, "API Too Many Calls", "The app's call limit is reached", WAIT, LIMIT),
            row(
                    10,
                    "Permission Denied",
                    "A permission is missing or was taken away",
                    ACCOUNT,
                    "Give the token's user the missing permission."),
            row(17, "User request limit", "The call limit of the token's user is reached", WAIT, LIMIT),
            row(
                    33,
                    "Parameter value is not valid",
                    "The phone number was deleted",
                    ACCOUNT,
                    "The number was deleted; connect the channel again."),
            row(
                    100,
                    "Invalid parameter",
                    "A parameter is unknown, misspelled, too long or wrong",
                    FIX,
                    "Correct the request; Meta's details name the parameter."),
            row(
                            100,
                            "Object does not exist",
                            "It was deleted, or the token has no access to it",
                            ACCOUNT,
                            "It was deleted or the token may not see it: connect the channel again.")
                    .under(33),
            row(
                    104,
                    "No access token",
                    "The request carried no token",
                    TOKEN,
                    "Enter an access token for the channel."),
            row(190, "Access token invalid", "The token is expired or invalid", TOKEN, NEW_TOKEN),
            row(190, "App removed", "The user removed the app", TOKEN, NEW_TOKEN)
                    .under(458),
            row(190, "User check needed", "The user has to log in at facebook.com", TOKEN, NEW_TOKEN)
                    .under(459),
            row(190, "Password changed", "The user changed the password", TOKEN, NEW_TOKEN)
                    .under(460),
            row(190, "Access token expired", "The token's time is over", TOKEN, NEW_TOKEN)
                    .under(463),
            row(190, "User not confirmed", "The user has to confirm the account", TOKEN, NEW_TOKEN)
                    .under(464),
            row(190, "Access token invalidated", "The user logged out or it was revoked", TOKEN, NEW_TOKEN)
                    .under(467),
            row(
                    192,
                    "Invalid phone number",
                    "A phone number in the request is wrong",
                    FIX,
                    "Correct the phone number in the request."),
            range(
                    200,
                    299,
                    "API Permission",
                    "The token's user has no access to this object",
                    ACCOUNT,
                    "Give the token's user access to this WhatsApp account."),
            row(
                    368,
                    "Temporarily blocked for policy violations",
                    "Meta restricted or disabled the account",
                    ACCOUNT,
                    "Meta restricted the account; see Account Quality in the WhatsApp Manager."),
            row(
                    506,
                    "Duplicate Post",
                    "The same request was made before",
                    NEVER,
                    "Nothing to do: it was already made."),
            row(613, "Calls rate limit", "The limit of this call is reached", WAIT, LIMIT),
            row(803, "Object does not exist", "An id in the request is unknown", FIX, "Correct the id in the request."),
            row(
                    2200,
                    "Callback verification failed",
                    "Meta asked our webhook address and got no right answer",
                    FIX,
                    "Make our webhook address reachable for Meta."),
            row(2500, "Malformed path", "The path is wrong", FIX, "Correct the path, or the configured Graph address."),
            row(80007, "Rate limit issues", "The call limit of the WhatsApp account is reached", WAIT, LIMIT),
            row(80008, "Too many calls to this WABA", "The call limit of the account's templates", WAIT, LIMIT),
            row(1752041, "Duplicate Request", "The same onboarding was made before", NEVER, "Nothing to do."),
            row(
                            2494100,
                            "Phone in maintenance mode",
                            "Meta works on the number",
                            WAIT,
                            "Meta works on the number; wait some minutes.")
                    .waiting(Duration.ofMinutes(5)),
            range(
                    2593107,
                    2593108,
                    "App data sync limit",
                    "The data of the Business app was synchronised, or its time is over",
                    NEVER,
                    "Connect the number anew to synchronise again."));

    private PlatformErrors() {}
}
