package io.posthorn.auth.password;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that guessers try first: those of zxcvbn's list that are long enough to be chosen here. */
final class CommonPasswords {
    private static final String LIST = "/com/nulabinc/zxcvbn/matchers/dictionaries/passwords.txt";
    private static final Set<String> ALL = loaded();

    private CommonPasswords() {}

    /** However its letters are written. */
    static boolean contains(String typed) {
        return ALL.contains(typed.strip().toLowerCase(Locale.ROOT));
    }

    static int size() {
        return ALL.size();
    }

    private static Set<String> loaded() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Zxcvbn.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.length() >= Password.LEAST_CHARACTERS)
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
