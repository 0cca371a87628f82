package io.posthorn.auth.password;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A password as it was typed. bcrypt reads 72 bytes and ignores the rest, so a longer one is refused rather than cut. */
public final class Password {
    static final int MAX_BYTES = 72;

    private final byte[] bytes;

    private Password(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Password of(String typed) {
        var bytes = encoded(typed);
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(
                    PasswordProblems.TOO_LONG,
                    "A password may have at most %d bytes in UTF-8".formatted(MAX_BYTES),
                    List.of(new Violation("/password", "password_too_long", "At most 72 bytes in UTF-8")));
        }
        return new Password(bytes);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Half a surrogate pair would become a question mark, and different passwords the same. */
    private static byte[] encoded(String typed) {
        try {
            var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(typed));
            return Arrays.copyOf(buffer.array(), buffer.limit());
        } catch (CharacterCodingException unpaired) {
            throw new ProblemException(
                    CommonProblems.INVALID,
                    "1 thing(s) to correct",
                    List.of(new Violation("/password", "not_text", "Holds half a character")));
        }
    }

    @Override
    public String toString() {
        return "Password";
    }
}
