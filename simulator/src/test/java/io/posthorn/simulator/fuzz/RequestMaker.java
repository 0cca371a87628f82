package io.posthorn.simulator.fuzz;

import io.posthorn.simulator.fuzz.Targets.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the request of one number: aimed well, then spoiled in one place or several. */
final class RequestMaker {
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FETCH", "get");
    private static final List<String> QUERIES = List.of(
            "limit=-1",
            "limit=99999999999",
            "limit=x",
            "after=%00",
            "after=Zm9v",
            "before=x",
            "fields={{{{",
            "fields=a{b{c{d",
            "fields=}}},",
            "fields=" + "a,".repeat(1500),
            "=",
            "&&&=&",
            "a",
            "%",
            "%zz",
            "%C3%28",
            "x=%ff%fe",
            "name=%F0%9F%98%80",
            "hsm_ids=[1,2",
            "hsm_ids=[]",
            "hsm_ids={}",
            "filtering=[{}]",
            "filtering=[1]",
            "sort=%5B%22x%22%5D",
            "world=",
            "world=none",
            "input_token=",
            "appsecret_proof=zz",
            "status=%00",
            "message_id=",
            "hsm_id=x&name=",
            "file_length=-1&file_type=image/png",
            "file_length=99999999999999999999&file_type=x",
            "to=%2B1",
            "from=x&until=y",
            "type[]=1",
            "messages=[[[[",
            "webhook_configuration={\"override_callback_uri\":1}");
    private static final List<String> PATHS = List.of(
            "/",
            "//",
            "/v25.0",
            "/v25.0/",
            "/v25.0//messages",
            "/v99999.99999/1/2",
            "/v25.0/../../etc/passwd",
            "/v25.0/%2e%2e/x",
            "/_sim/",
            "/_sim/..",
            "/_sim/%2e%2e/v25.0",
            "/v25.0/%00",
            "/v25.0/a%zz",
            "/v25.0/%",
            "/v25.0/upload:",
            "/v25.0/upload%3A%00",
            "/v25.0/" + "9".repeat(3000),
            "/%F0%28%8C%28",
            "/v25.0/\u00e9\ud83d\ude00/messages",
            "*",
            "http://elsewhere.example/v25.0/me",
            "/v25.0/me;jsessionid=1",
            "/v25.0/me/a/b/c/d",
            "/v25.0/me#x",
            "/v25.0/whatsapp_business/attachments/?mid=%00",
            "/whatsapp_business/attachments?mid=../../x",
            "/q/../_sim/worlds",
            "/openapi",
            "/favicon.ico");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=edge",
            "multipart/form-data; boundary=\"" + "b".repeat(300) + "\"",
            "image/png",
            "nonsense",
            ";;;",
            "application/json;charset=\u00e9");
    private static final List<String> ODD_HEADERS = List.of(
            "Expect: 100-continue",
            "Expect: something",
            "X-Long: " + "x".repeat(6000),
            "Content-Encoding: gzip",
            "Accept: image/xyz",
            "Authorization: Bearer",
            "Authorization: Bearer ",
            "Authorization: Basic dTpw",
            "Authorization: OAuth x|y",
            "Authorization: Bearer \u00e9\ud83d\ude00",
            "Authorization: Bearer " + "t".repeat(5000),
            "Authorization: bearer\tx",
            "file_offset: -1",
            "file_offset: 99999999999999999999",
            "file_offset: x",
            "Range: bytes=5-1",
            "Cookie: a=b; c",
            "Host: a:b:c",
            "X-Forwarded-For: \"",
            "Accept-Language: zz-\u0000",
            "If-None-Match: *",
            "Upgrade: h2c",
            "traceparent: 00-x");

    private final Random random;
    private final Targets targets;
    private final JsonMess mess;

    RequestMaker(long number, Targets targets) {
        this.random = new Random(number * 0x9e3779b97f4a7c15L);
        this.targets = targets;
        this.mess = new JsonMess(random);
        random.nextInt();
    }

    RawRequest make() {
        var target = one(targets.all());
        var method = rarely(15) ? one(METHODS) : target.method();
        var headers = new ArrayList<String>();
        headers.add("Host: localhost");
        if (!target.isControl() && !rarely(30)) {
            headers.add("Authorization: Bearer " + targets.token());
        }
        var body = rarely(method.equals("GET") ? 5 : 25) == method.equals("GET") ? body(target, headers) : new byte[0];
        if (rarely(8)) {
            headers.add(one(ODD_HEADERS));
        }
        var mayEnd = lengths(headers, body);
        return new RawRequest(method, target(target), headers, body, mayEnd || !method.equals(method.toUpperCase()));
    }

    private String target(Target target) {
        var path = rarely(20) ? one(PATHS) : target.path();
        if (rarely(25)) {
            path = mess.damaged(path).replaceAll("[\\s\\x00-\\x1f]", "%20");
        }
        if (rarely(5)) {
            path += (path.contains("?") ? "&" : "?") + one(QUERIES);
        }
        return path;
    }

    private byte[] body(Target target, List<String> headers) {
        var json = mess.spoiled(Bodies.of(target.path(), random));
        if (rarely(12)) {
            headers.add("Content-Type: multipart/form-data; boundary=edge");
            return form(json).getBytes(StandardCharsets.UTF_8);
        }
        headers.add("Content-Type: " + (rarely(10) ? one(TYPES) : "application/json"));
        return mess.encoded(json);
    }

    private String form(String json) {
        var name = rarely(3) ? mess.damaged("file") : "file";
        var end = rarely(4) ? "" : "\r\n--edge--\r\n";
        return "--edge\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n--edge\r\n"
                + "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n%s%s"
                        .formatted(name, rarely(3) ? "../\u0000x" : "a.png", partType(), json, end);
    }

    /** Vert.x never ends a form one part of which is in a charset that cannot be, so that nobody could answer. */
    private String partType() {
        var type = one(TYPES);
        return type.contains("\u00e9") ? "image/png" : type;
    }

    /** Whether the length that is announced is wrong. */
    private boolean lengths(List<String> headers, byte[] body) {
        if (rarely(60)) {
            headers.add("Content-Length: "
                    + one(List.of("-1", "x", "99999999999999999999", Integer.toString(body.length + 7))));
            return true;
        }
        if (rarely(80)) {
            headers.add("Transfer-Encoding: chunked");
            return true;
        }
        headers.add("Content-Length: " + body.length);
        return headers.stream()
                .anyMatch(header -> header.startsWith("Upgrade")
                        || header.startsWith("Host: a")
                        || header.startsWith("Expect")
                        || header.indexOf('\u0000') >= 0);
    }

    private boolean rarely(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
