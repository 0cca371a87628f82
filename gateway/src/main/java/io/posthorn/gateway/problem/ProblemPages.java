package io.posthorn.gateway.problem;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** {@code /problems/<code>}: the address that every problem document names as its type. */
@Singleton
class ProblemPages {
    private static final int AFTER_THE_DOOR = -2000;
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c1b19;--paper:#fdfcf9;--soft:#6b675f;--line:#ddd8cc}
            @media (prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#191816;--soft:#a39e93;--line:#3a3732}}
            body{margin:0;background:var(--paper);color:var(--ink);font:1.06rem/1.6 system-ui,sans-serif}
            main{max-width:38rem;margin:0 auto;padding:4rem 1.25rem}
            h1{font-size:1.7rem;line-height:1.25;margin:0 0 1rem}
            p.code{font-family:ui-monospace,monospace;color:var(--soft);margin:0 0 .5rem}
            footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
            """;
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s &middot; Posthorn</title>
            <style>%4$s</style>
            </head>
            <body>
            <main>
            <p class="code">%2$s</p>
            <h1>%1$s</h1>
            <p>%3$s</p>
            <footer>Posthorn answers every error as application/problem+json (RFC 9457). Programs switch on
            &ldquo;code&rdquo;; people quote &ldquo;traceId&rdquo;.</footer>
            </main>
            </body>
            </html>
            """;
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
                    .formatted(hash(STYLE));

    private final ProblemTexts texts;

    ProblemPages(ProblemTexts texts) {
        this.texts = texts;
    }

    void open(@Observes Router router) {
        router.route("/problems/:code")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(AFTER_THE_DOOR)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        var code = context.pathParam("code");
        texts.of(code).ifPresentOrElse(text -> show(context, code, text), context::next);
    }

    private static void show(RoutingContext context, String code, ProblemTexts.Text text) {
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cache-Control", "public, max-age=3600")
                .end(PAGE.formatted(escape(text.title()), code, escape(text.meaning()), STYLE));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String hash(String style) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
