package io.posthorn.simulator.business;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.business.Records.Kind;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.graph.GraphCall;
import io.posthorn.simulator.graph.GraphOperation;
import io.posthorn.simulator.graph.ObjectKind;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** QR codes that open a chat with a prefilled message. */
@ApplicationScoped
class QrCodes {
    private static final String EDGE = "message_qrdls";
    private static final String MESSAGE = "prefilled_message";
    private static final String CODE = "code";
    private static final String IMAGE = "generate_qr_image";
    private static final int LONGEST_MESSAGE = 140;
    private static final int LENGTH = 14;
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @Produces
    @Singleton
    GraphOperation createOrUpdate() {
        return Served.at(HttpMethod.POST, ObjectKind.PHONE_NUMBER, EDGE, call -> {
            var message = Served.text(call, MESSAGE, LONGEST_MESSAGE);
            var given = call.parameter(CODE);
            if (!given.isEmpty() && Records.of(call).find(Kind.QR_CODE, given).isEmpty()) {
                throw Served.invalid("The QR code %s does not exist.".formatted(given));
            }
            var code = given.isEmpty() ? newCode(call) : given;
            var view = view(code, message);
            if (call.parameters().has(IMAGE)) {
                Served.oneOf(call, IMAGE, List.of("SVG", "PNG"));
                view.put("qr_image_url", call.origin() + "/qr/" + code);
            }
            Records.of(call).put(Kind.QR_CODE, code, view.deepCopy().put("owner", call.objectId()));
            return view;
        });
    }

    @Produces
    @Singleton
    GraphOperation listCodes() {
        return Served.at(HttpMethod.GET, ObjectKind.PHONE_NUMBER, EDGE, call -> {
            var answer = Json.object();
            answer.putArray("data").addAll(Records.of(call).of(Kind.QR_CODE, call.objectId()));
            return answer;
        });
    }

    private static ObjectNode view(String code, String message) {
        return Json.object()
                .put(CODE, code)
                .put(MESSAGE, message)
                .put("deep_link_url", "https://wa.me/message/" + code);
    }

    private static String newCode(GraphCall call) {
        var digits =
                call.world().dice().digits(LENGTH * 2, "qr code", call.world().nextObjectId(1));
        var code = new StringBuilder();
        for (var place = 0; place < LENGTH; place++) {
            code.append(SIGNS.charAt(Integer.parseInt(digits.substring(place * 2, place * 2 + 2)) % SIGNS.length()));
        }
        return code.toString();
    }
}
