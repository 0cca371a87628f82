package io.posthorn.gateway.docs;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** {@code GET /docs}: the document as a page. It needs no script, no font and nobody else's server. */
@Singleton
class DocsPage {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1c1b19;--paper:#fdfcf9;--soft:#6b675f;--line:#ddd8cc;--tint:#f3f0e7}
            @media (prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#191816;--soft:#a39e93;--line:#3a3732;--tint:#24221f}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
            main{max-width:58rem;margin:0 auto;padding:2.5rem 1.25rem 6rem}
            h1{font-size:2rem;margin:0}
            h2{margin:3rem 0 .75rem;font-size:1.35rem}
            nav a{display:inline-block;margin:0 .9rem .3rem 0}
            a{color:inherit}
            details{border-top:1px solid var(--line)}
            summary{padding:.6rem 0;cursor:pointer}
            summary code{margin-right:.75rem}
            details>div{padding:0 0 1.25rem 1rem}
            code,pre{font-family:ui-monospace,monospace;font-size:.9em}
            pre{background:var(--tint);padding:.75rem;overflow-x:auto;margin:.4rem 0}
            b.method{display:inline-block;min-width:4rem;font-family:ui-monospace,monospace}
            h3{font-size:.95rem;margin:1rem 0 .25rem}
            table{border-collapse:collapse;width:100%}
            td{border-top:1px solid var(--line);padding:.3rem .75rem .3rem 0;vertical-align:top}
            .soft{color:var(--soft)}
            """;
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
                    .formatted(hash(STYLE));

    private final OpenApiDocument document;
    private String page;

    DocsPage(OpenApiDocument document) {
        this.document = document;
    }

    void open(@Observes Router router) {
        router.route("/docs")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(OpenApiDocument.AFTER_THE_DOOR)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cache-Control", "public, max-age=300")
                .end(page());
    }

    /** Written when somebody first wants to read it. */
    private synchronized String page() {
        if (page == null) {
            page = new DocsText(document.content()).html(STYLE);
        }
        return page;
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
