package io.posthorn.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.directory.AccessToken;
import io.posthorn.simulator.directory.App;
import io.posthorn.simulator.directory.BusinessAccount;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.world.World;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A call whose token and object were found.
 *
 * @param parameters JSON body, form and query together, as Meta takes them
 * @param origin the address that the caller knows the simulator by, such as {@code http://localhost:8090}
 * @param path what followed it, without the query
 * @param traceParent the trace that the caller says it belongs to, as it says it; empty when it says none
 */
public record GraphCall(
        World world,
        AccessToken token,
        String objectId,
        ObjectNode parameters,
        Attachment attachment,
        String origin,
        String path,
        String userAgent,
        String traceParent) {

    /** The same call, about another object. */
    public GraphCall about(String otherId) {
        return new GraphCall(world, token, otherId, parameters, attachment, origin, path, userAgent, traceParent);
    }

    /** The number that the call is about, else the one that the world began with. */
    public BusinessNumber number() {
        return world.directory().number(objectId).orElseGet(world::number);
    }

    /** The business account that the call is about, itself or by its number, else the one that the world began with. */
    public BusinessAccount account() {
        return world.directory()
                .account(objectId)
                .orElseGet(() -> world.directory().account(number().wabaId()).orElseThrow());
    }

    /** The app of the token. */
    public App app() {
        return world.directory().app(token.appId()).orElseThrow();
    }

    /** True for a text of {@code true} or {@code 1} too, as in queries. */
    public boolean flag(String name) {
        var value = parameter(name);
        return value.equals("true") || value.equals("1");
    }

    /** The fields asked for with {@code ?fields=}; empty for the usual ones. */
    public Set<String> fields() {
        var fields = parameters.path("fields").asText("");
        return fields.isBlank() ? Set.of() : new LinkedHashSet<>(FieldList.names(fields));
    }

    /** The fields asked for of a field, as in {@code fields=events{id}}; empty for the usual ones. */
    public Set<String> fieldsOf(String field) {
        return new LinkedHashSet<>(FieldList.namesOf(field, parameter("fields")));
    }

    /** A parameter as a text, empty when it is not there. */
    public String parameter(String name) {
        return parameters.path(name).asText("");
    }

    /** A parameter that has to be there. */
    public String required(String name) {
        var value = parameter(name);
        if (value.isEmpty()) {
            throw GraphError.of(100, "The parameter %s is required.".formatted(name))
                    .failure();
        }
        return value;
    }

    /** Fails unless the call says that it is about WhatsApp. */
    public void requireProduct() {
        var product = required("messaging_product");
        if (!product.equals("whatsapp")) {
            throw GraphError.of(
                            100, "Param messaging_product must be one of {WHATSAPP} - got \"%s\".".formatted(product))
                    .failure();
        }
    }
}
