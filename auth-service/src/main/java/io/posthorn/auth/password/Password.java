package io.posthorn.auth.password;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A password as it was typed. bcrypt reads 72 bytes and ignores the rest, so a longer one is refused rather than cut. Length is
 * what counts: there are no rules about which characters it has.
 */
public final class Password {
    public static final int LEAST_CHARACTERS = 8;
    static final int MAX_BYTES = 72;

    private final byte[] bytes;

    private Password(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One that is to be compared with the one that was chosen. */
    public static Password of(String typed) {
        return of(typed, "/password");
    }

    public static Password of(String typed, String pointer) {
        var bytes = encoded(typed, pointer);
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(
                    PasswordProblems.TOO_LONG,
                    "A password may have at most %d bytes in UTF-8".formatted(MAX_BYTES),
                    List.of(new Violation(pointer, "password_too_long", "At most 72 bytes in UTF-8")));
        }
        return new Password(bytes);
    }

    /** One that somebody chooses: not what guessers try first, and not the address that they guess it for. */
    public static Password chosen(String typed, String email, String pointer) {
        var password = of(typed, pointer);
        if (typed.codePointCount(0, typed.length()) < LEAST_CHARACTERS) {
            throw new ProblemException(
                    CommonProblems.INVALID,
                    "1 thing(s) to correct",
                    List.of(new Violation(pointer, "too_short", "must have at least 8 characters")));
        }
        if (CommonPasswords.contains(typed) || isTheAddress(typed, email)) {
            throw new ProblemException(
                    PasswordProblems.TOO_COMMON,
                    "Choose one that is yours alone, for example four words that have nothing to do with each other",
                    List.of(new Violation(pointer, "password_too_common", "is among those that guessers try first")));
        }
        return password;
    }

    private static boolean isTheAddress(String typed, String email) {
        var lower = typed.strip().toLowerCase(Locale.ROOT);
        return lower.equals(email) || lower.equals(email.substring(0, email.lastIndexOf('@')));
    }

    byte[] bytes() {
        return bytes;
    }

    /** Half a surrogate pair would become a question mark, and different passwords the same. */
    private static byte[] encoded(String typed, String pointer) {
        try {
            var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(typed));
            return Arrays.copyOf(buffer.array(), buffer.limit());
        } catch (CharacterCodingException unpaired) {
            throw new ProblemException(
                    CommonProblems.INVALID,
                    "1 thing(s) to correct",
                    List.of(new Violation(pointer, "not_text", "Holds half a character")));
        }
    }

    @Override
    public String toString() {
        return "Password";
    }
}
