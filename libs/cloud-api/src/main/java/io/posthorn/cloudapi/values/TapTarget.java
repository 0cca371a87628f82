package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.part.Json;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** Where a tap on the picture leads; for verified accounts of good quality. */
public record TapTarget(String url, String title) implements Component {
    private static final String TYPE = "tap_target_configuration";
    private static final int MAX_TITLE = 60;

    @Override
    public List<ObjectNode> toJson() {
        var target = Json.object().put("url", url).put("title", title);
        var parameter = Json.set(Json.object().put("type", TYPE), TYPE, Json.array(List.of(target), one -> one));
        return List.of(
                Json.set(Json.object().put("type", TYPE), "parameters", Json.array(List.of(parameter), one -> one)));
    }

    @Override
    public void check(Violations found, String pointer) {
        var place = pointer + "/parameters/0/" + TYPE + "/0";
        found.url(place + "/url", "tap_target_url", url, ButtonAction.MAX_SUFFIX);
        found.text(place + "/title", "tap_target_title", title, MAX_TITLE);
    }
}
