package io.posthorn.template.preview;

import io.posthorn.cloudapi.rendering.Preview;

/** A bubble on a page of its own, as wide as a small phone. It loads nothing and runs nothing. */
final class PreviewPage {
    /** Pixels of the screens for which templates are judged. */
    static final int WIDTH = 360;

    private static final String STYLE = """
            *{box-sizing:border-box;margin:0;padding:0}
            body{width:360px;padding:12px;background:#efeae2;font:15px/20px "Noto Sans",Roboto,sans-serif;color:#111b21}
            .wa-bubble{max-width:320px;background:#fff;border-radius:8px;overflow:hidden;overflow-wrap:anywhere}
            .wa-header,.wa-body,.wa-footer,.wa-more,.wa-offer{padding:6px 10px 0}
            .wa-header{font-weight:600}
            .wa-media{height:150px;background:#d1d7db;display:flex;align-items:center;justify-content:center;color:#667781}
            .wa-body{padding-bottom:6px}
            .wa-body p,.wa-body li,.wa-body code{white-space:pre-wrap}
            .wa-body ul,.wa-body ol{padding-inline-start:22px}
            .wa-body blockquote{border-inline-start:3px solid #06cf9c;padding-inline-start:8px;color:#667781}
            .wa-body code{font-family:"Noto Sans Mono",monospace}
            .wa-truncated{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:5;overflow:hidden;padding-bottom:0}
            .wa-more,.wa-address{color:#027eb5}
            .wa-footer{font-size:13px;color:#667781;padding-bottom:6px}
            .wa-button{border-top:1px solid #e9edef;padding:9px;text-align:center;color:#027eb5;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
            .wa-cards{display:flex;gap:8px;overflow:hidden;padding:8px 0}
            .wa-card{flex:0 0 220px;border:1px solid #e9edef;border-radius:8px;overflow:hidden}
            """;

    private PreviewPage() {}

    static String of(Preview preview) {
        return """
                <!doctype html><html><head><meta charset="utf-8">\
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\
                <style>%s</style></head><body>%s</body></html>""".formatted(STYLE, preview.html());
    }
}
