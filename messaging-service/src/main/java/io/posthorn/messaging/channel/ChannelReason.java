package io.posthorn.messaging.channel;

import io.posthorn.cloudapi.error.CloudApiException;
import io.posthorn.cloudapi.error.GraphError;
import java.util.Locale;
import java.util.Optional;

/** Why a channel does not work as it should, and what to do next. The words are for programs and stay as they are. */
public enum ChannelReason {
    TOKEN_INVALID(false, "Give the number a new access token: POST /api/v1/channels/{id}/connect."),
    TOKEN_EXPIRED(false, "Give the number a new access token, best one that does not expire."),
    PERMISSION_MISSING(true, "Give the token's user access to this WhatsApp account, or connect with another token."),
    NUMBER_GONE(true, "The number was deleted or the token may not see it any more: connect it again."),
    NUMBER_NOT_REGISTERED(true, "Register the number with the Cloud API; it goes on by itself afterwards."),
    NUMBER_RESTRICTED(
            true, "Too many recipients blocked or reported the number: see its quality in the WhatsApp Manager."),
    NAME_NOT_APPROVED(true, "Get the number's display name approved; it goes on by itself afterwards."),
    ACCOUNT_RESTRICTED(
            true, "Meta restricted the account: see Account Quality in the WhatsApp Manager and ask for a review."),
    ACCOUNT_DISABLED(
            true, "Meta disabled the account: see Account Quality in the WhatsApp Manager and ask for a review."),
    ACCOUNT_REMOVED(true, "The account was deleted or took its access away: connect it again."),
    META_REFUSED(true, "Meta refuses this number; the detail says why."),
    META_UNREACHABLE(
            true, "Nothing to do: it is tried again by itself. If it lasts, check the network and Meta's status page."),
    META_FAILS(true, "Nothing to do: Meta has trouble of its own, and it is tried again by itself."),
    NOT_USED(false, "Give the number a token to use it again; a customer who writes has the same effect.");

    private static final int TOKEN_TIME_OVER = 463;

    private final boolean passes;
    private final String next;

    ChannelReason(boolean passes, String next) {
        this.passes = passes;
        this.next = next;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can be over without a new token, so that it is worth looking again. */
    public boolean passes() {
        return passes;
    }

    /** What to do next. */
    public String next() {
        return next;
    }

    public static Optional<ChannelReason> ofWord(String word) {
        for (var reason : values()) {
            if (reason.word().equals(word)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** Why nothing can leave; for refusals that concern the token, the number or the account. */
    public static ChannelReason ofRefusal(CloudApiException failure) {
        return failure.error().map(ChannelReason::ofError).orElse(META_REFUSED);
    }

    private static ChannelReason ofError(GraphError error) {
        return switch (error.code()) {
            case 190 ->
                error.subcode().filter(subcode -> subcode == TOKEN_TIME_OVER).isPresent()
                        ? TOKEN_EXPIRED
                        : TOKEN_INVALID;
            case 0, 104 -> TOKEN_INVALID;
            case 33, 100 -> NUMBER_GONE;
            case 368, 131031 -> ACCOUNT_RESTRICTED;
            case 131048 -> NUMBER_RESTRICTED;
            case 131037 -> NAME_NOT_APPROVED;
            case 131045, 133006, 133010 -> NUMBER_NOT_REGISTERED;
            case 3, 10, 131005 -> PERMISSION_MISSING;
            default -> error.code() >= 200 && error.code() <= 299 ? PERMISSION_MISSING : META_REFUSED;
        };
    }
}
