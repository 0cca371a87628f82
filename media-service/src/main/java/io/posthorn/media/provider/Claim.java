package io.posthorn.media.provider;

import java.util.UUID;

/** What somebody finds who needs a file at Meta. */
sealed interface Claim {
    /** It is there. */
    record Ready(ProviderMedia media) implements Claim {}

    /** It is not, and uploading it falls to whoever got this. */
    record Granted(UUID token) implements Claim {}

    /** Somebody is uploading it. */
    record Busy() implements Claim {}
}
