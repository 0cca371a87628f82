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

/** Registration, verification, migration and names of phone numbers. */
final class NumberErrors {
    private static final int INVALID_PARAMETER = 100;
    private static final String AS_DETAILS_SAY = "Wait as long as the details say.";

    static final List<KnownError> ROWS = List.of(
            row(
                    133000,
                    "Incomplete Deregistration",
                    "An earlier deregistration did not end",
                    WAIT,
                    "Deregister the number once more."),
            range(
                    133001,
                    133003,
                    "Decryption or backup error",
                    "The backup or its password is wrong",
                    FIX,
                    "Register the number without a backup."),
            row(133004, "Server Temporarily Unavailable", "Meta is down", RETRY, "It is tried again."),
            row(133005, "Two step verification PIN Mismatch", "The PIN is wrong", FIX, "Enter the number's PIN."),
            row(
                    133006,
                    "Phone number re-verification needed",
                    "The number was not verified, or long ago",
                    ACCOUNT,
                    "Verify the phone number again."),
            row(133008, "Too Many PIN Guesses", "The PIN was wrong too often", WAIT, AS_DETAILS_SAY),
            row(133009, "PIN Guessed Too Fast", "The PIN was tried too fast", WAIT, AS_DETAILS_SAY),
            row(
                    133010,
                    "Phone number Not Registered",
                    "The number is not registered with the Cloud API",
                    ACCOUNT,
                    "Register the phone number."),
            row(133015, "Number recently deleted", "Its deletion has not ended", WAIT, "Wait five minutes.")
                    .waiting(Duration.ofMinutes(5)),
            row(
                            133016,
                            "Register and deregister limit",
                            "The number was registered ten times within 72 hours",
                            WAIT,
                            "Wait 72 hours.")
                    .waiting(Duration.ofHours(72)),
            row(
                    136024,
                    "Request code error",
                    "No code can be sent now",
                    WAIT,
                    "Wait, then ask for a new code by the other way."),
            row(
                    136025,
                    "Verify code error",
                    "The code is wrong or too old",
                    FIX,
                    "Enter the code, or ask for a new one."),
            range(
                    147001,
                    147005,
                    "Business username error",
                    "The username is taken, reserved or of the wrong form",
                    FIX,
                    "Choose another username."),
            sub(
                    2388012,
                    "Number already in account",
                    "The number is there already",
                    NEVER,
                    "Use the number that is there."),
            sub(2388091, "Not eligible for a code", "The number takes no code now", WAIT, "Wait, then ask again."),
            sub(2388093, "Not eligible for a code", "The number takes no code now", WAIT, "Wait, then ask again."),
            sub(
                    2388103,
                    "Number cannot migrate",
                    "The number or its account is not ready for it",
                    ACCOUNT,
                    "Meta's text names what is missing before the number can move."));

    private NumberErrors() {}

    private static KnownError sub(int subcode, String title, String meaning, ErrorClass errorClass, String remedy) {
        return row(INVALID_PARAMETER, title, meaning, errorClass, remedy).under(subcode);
    }
}
