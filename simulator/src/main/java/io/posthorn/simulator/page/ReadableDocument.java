package io.posthorn.simulator.page;

import java.util.List;
import java.util.stream.Collectors;

/** The control API as a page. */
final class ReadableDocument {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Control API of the simulator</title>
            <link rel="stylesheet" href="/_sim/page.css">
            </head>
            <body class="document">
            <main>
            <h1>Control API</h1>
            <p>JSON in, JSON or <code>application/problem+json</code> out; no token. The same as
            <a href="/_sim/openapi">OpenAPI</a>; the <a href="/">phones of the customers</a>.</p>
            %s
            </main>
            </body>
            </html>
            """;

    private ReadableDocument() {}

    static String of(List<DocumentedRoute> routes) {
        var areas = routes.stream().map(DocumentedRoute::area).distinct().toList();
        return PAGE.formatted(areas.stream().map(area -> area(area, routes)).collect(Collectors.joining("\n")));
    }

    private static String area(String area, List<DocumentedRoute> routes) {
        return "<h2>%s</h2>\n<dl>\n%s</dl>"
                .formatted(
                        escape(area),
                        routes.stream()
                                .filter(route -> route.area().equals(area))
                                .map(ReadableDocument::route)
                                .collect(Collectors.joining()));
    }

    private static String route(DocumentedRoute route) {
        var query = route.query().isEmpty() ? "" : "?" + String.join("=&", route.query()) + "=";
        var body = route.exampleBody().isEmpty() ? "" : "<pre>%s</pre>".formatted(escape(route.exampleBody()));
        return "<dt><code><b>%s</b> %s</code></dt>\n<dd>%s%s</dd>\n"
                .formatted(route.method(), escape(route.path() + query), escape(route.summary()), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
