package io.posthorn.template.builder.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody said, with everything in quotes and every address replaced by one private character: content is out of
 * sight while instructions are read.
 */
final class Masked {
    static final String QUOTE = "[\\ue000-\\ue0ff]";
    static final String ADDRESS = "[\\ue100-\\ue1ff]";

    private static final int MOST = 100;
    private static final Pattern PRIVATE = Pattern.compile("[\\ue000-\\uf8ff]");
    private static final Pattern QUOTED =
            Pattern.compile("```([^`]{1,4000})```|\"([^\"]{1,4000})\"|“([^”“]{1,4000})[”\"]|«([^»]{1,4000})»"
                    + "|„([^“”]{1,4000})[“”]|「([^」]{1,4000})」|(?<![\\p{L}\\p{N}])'([^'\\n]{1,1000})'(?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}])‘([^’\\n]{1,1000})’(?![\\p{L}\\p{N}])");
    private static final Pattern WEB = Pattern.compile(
            "https?://[^\\s,;)\\ue000-\\uf8ff]*[^\\s,;).!?\\ue000-\\uf8ff]|(?<![\\p{L}\\p{N}@.-])www\\.[^\\s,;)]*[^\\s,;).!?]");

    private final String text;
    private final List<String> quotes = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();

    private Masked(String said) {
        var clean = PRIVATE.matcher(said).replaceAll("");
        this.text = mask(WEB, mask(QUOTED, clean, true), false);
    }

    static Masked of(String said) {
        return new Masked(said);
    }

    String text() {
        return text;
    }

    /** The contents of the quotes in a part of the masked text. */
    List<String> quotesIn(String part) {
        return part.chars()
                .filter(character -> isQuote((char) character))
                .mapToObj(character -> quotes.get(character - 0xE000))
                .toList();
    }

    List<String> addressesIn(String part) {
        return part.chars()
                .filter(character -> character >= 0xE100 && character < 0xE100 + MOST)
                .mapToObj(character -> addresses.get(character - 0xE100))
                .toList();
    }

    /** As it was written; what is one quote and nothing else comes without its marks. */
    String restored(String part) {
        var stripped = part.strip();
        var bare = stripped.replaceAll("[.,;!]+$", "");
        if (bare.length() == 1 && isQuote(bare.charAt(0))) {
            return quotes.get(bare.charAt(0) - 0xE000).strip();
        }
        var restored = new StringBuilder();
        stripped.chars().forEach(character -> {
            if (isQuote((char) character)) {
                restored.append(written.get(character - 0xE000));
            } else if (character >= 0xE100 && character < 0xE100 + MOST) {
                restored.append(addresses.get(character - 0xE100));
            } else {
                restored.append((char) character);
            }
        });
        return restored.toString();
    }

    static boolean isQuote(char character) {
        return character >= 0xE000 && character < 0xE000 + MOST;
    }

    private String mask(Pattern pattern, String given, boolean quoted) {
        var matcher = pattern.matcher(given);
        var masked = new StringBuilder();
        while (matcher.find()) {
            var known = quoted ? quotes.size() : addresses.size();
            if (known >= MOST) {
                break;
            }
            if (quoted) {
                quotes.add(content(matcher));
                written.add(matcher.group());
            } else {
                addresses.add(whole(matcher.group()));
            }
            matcher.appendReplacement(masked, Character.toString((quoted ? 0xE000 : 0xE100) + known));
        }
        return matcher.appendTail(masked).toString();
    }

    private static String content(Matcher matcher) {
        for (var group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        return "";
    }

    private static String whole(String address) {
        return address.startsWith("www.") ? "https://" + address : address;
    }
}
