package io.posthorn.gateway.route;

import io.posthorn.gateway.problem.GatewayProblems;
import io.posthorn.gateway.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The path and query of a request, safe to compare and to pass on. A path that two readers could understand differently is
 * refused, not repaired: what we check must be what the upstream sees.
 */
public record RequestPath(String path, String query) {
    private static final String ALLOWED = "-._~!$&'()*+,=:@/";
    private static final String ALLOWED_IN_QUERY = ALLOWED + ";?[]";
    private static final String NEVER_ENCODED = "/\\.;%";

    public static RequestPath parse(String uri) {
        if (uri == null || !uri.startsWith("/")) {
            throw refused("The path must begin with a slash");
        }
        int mark = uri.indexOf('?');
        var path = mark < 0 ? uri : uri.substring(0, mark);
        var query = mark < 0 ? "" : uri.substring(mark);
        requirePlain(path);
        requireDecodable(path);
        requirePrintable(query);
        return new RequestPath(path, query);
    }

    /** Whether the query has a parameter of this name with a value. */
    public boolean asks(String parameter) {
        for (var part : query.substring(Math.min(1, query.length())).split("&")) {
            if (part.startsWith(parameter + "=") && part.length() > parameter.length() + 1) {
                return true;
            }
        }
        return false;
    }

    private static void requirePlain(String path) {
        if (path.contains("//")) {
            throw refused("The path has an empty segment");
        }
        for (var segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                throw refused("The path has a dot segment");
            }
        }
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (!isLetterOrDigit(c) && ALLOWED.indexOf(c) < 0 && c != '%') {
                throw refused("The path has a character that must not stand in it");
            }
        }
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Percent signs must stand for valid UTF-8 (overlong forms are not), and never for what would change the structure. */
    private static void requireDecodable(String path) {
        if (path.indexOf('%') < 0) {
            return;
        }
        var decoded = ByteBuffer.allocate(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                decoded.put((byte) c);
                continue;
            }
            int value = escape(path, i);
            if (value < 0x20 || value == 0x7f || NEVER_ENCODED.indexOf(value) >= 0) {
                throw refused("The path has an escape that must not stand in it");
            }
            decoded.put((byte) value);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(decoded.flip());
        } catch (CharacterCodingException notText) {
            throw refused("The path is not UTF-8");
        }
    }

    private static int hex(char c) {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        return digit < 0 ? -1000 : digit;
    }

    private static void requirePrintable(String query) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (!isLetterOrDigit(c) && ALLOWED_IN_QUERY.indexOf(c) < 0 && !(c == '%' && escape(query, i) >= 0)) {
                throw refused("The query has a character that must be escaped");
            }
        }
    }

    /** The byte that the three characters from here stand for, or a negative number. */
    private static int escape(String text, int at) {
        return at + 2 < text.length() ? hex(text.charAt(at + 1)) * 16 + hex(text.charAt(at + 2)) : -1;
    }

    private static Refusal refused(String why) {
        return Refusal.of(GatewayProblems.MALFORMED, why);
    }
}
