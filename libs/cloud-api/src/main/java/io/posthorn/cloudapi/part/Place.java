package io.posthorn.cloudapi.part;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.rule.Violations;
import java.math.BigDecimal;
import java.util.Optional;

/** A point on the map; phones show the address only below a name. */
public record Place(String latitude, String longitude, Optional<String> name, Optional<String> address) {
    public static final int MAX_TEXT = 1000;
    private static final String DECIMAL = "-?[0-9]{1,3}(\\.[0-9]{1,20})?";

    public static Place at(double latitude, double longitude) {
        return new Place(
                BigDecimal.valueOf(latitude).toPlainString(),
                BigDecimal.valueOf(longitude).toPlainString(),
                Optional.empty(),
                Optional.empty());
    }

    public ObjectNode toJson() {
        var json = Json.object().put("latitude", latitude).put("longitude", longitude);
        Json.put(json, "name", name);
        return Json.put(json, "address", address);
    }

    public void check(Violations found, String pointer) {
        checkDegrees(found, pointer + "/latitude", "latitude", latitude, 90);
        checkDegrees(found, pointer + "/longitude", "longitude", longitude, 180);
        found.text(pointer + "/name", "place_name", name, MAX_TEXT);
        found.text(pointer + "/address", "place_address", address, MAX_TEXT);
    }

    private static void checkDegrees(Violations found, String pointer, String field, String degrees, int most) {
        if (degrees == null || degrees.isBlank()) {
            found.add(pointer, field + "_required", "A location has a latitude and a longitude");
        } else if (!degrees.matches(DECIMAL) || new BigDecimal(degrees).abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            found.add(pointer, field + "_format", "Degrees from -%d to %d, such as 37.44", most, most);
        }
    }
}
