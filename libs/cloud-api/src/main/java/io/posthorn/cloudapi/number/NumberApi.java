package io.posthorn.cloudapi.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.graph.Credentials;
import io.posthorn.cloudapi.graph.GraphAnswer;
import io.posthorn.cloudapi.graph.GraphBody;
import io.posthorn.cloudapi.graph.GraphCall;
import io.posthorn.cloudapi.graph.GraphClient;
import io.posthorn.cloudapi.graph.GraphPath;
import io.posthorn.cloudapi.graph.Page;
import io.posthorn.cloudapi.part.Json;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The life of a phone number: added, verified, registered, read, deregistered. */
public class NumberApi {
    private static final int PAGE = 100;

    /** How a code for verification comes to the number. */
    public enum CodeMethod {
        SMS,
        VOICE
    }

    private final GraphClient graph;

    public NumberApi(GraphClient graph) {
        this.graph = graph;
    }

    public Uni<PhoneNumber> read(Credentials credentials, String phoneNumberId) {
        return read(credentials, phoneNumberId, PhoneNumber.FIELDS)
                .map(answer -> answer.orUnclear(PhoneNumber.of(answer.body())));
    }

    public Uni<NumberDetails> details(Credentials credentials, String phoneNumberId) {
        return read(credentials, phoneNumberId, NumberDetails.FIELDS)
                .map(answer -> answer.orUnclear(NumberDetails.of(answer.body())));
    }

    /** The numbers of an account, a page at a time. */
    public Uni<Page<PhoneNumber>> list(Credentials credentials, String wabaId, Optional<String> cursor) {
        var path = GraphPath.of(wabaId, "phone_numbers")
                .with("fields", PhoneNumber.FIELDS)
                .with("limit", Integer.toString(PAGE))
                .with("after", cursor);
        return graph.call(GraphCall.get("number_list", path.toString(), credentials))
                .map(answer -> Page.of(answer, PhoneNumber::of));
    }

    /** Answers the new number's id. */
    public Uni<String> add(
            Credentials credentials, String wabaId, String countryCode, String number, String verifiedName) {
        var body =
                Json.object().put("cc", countryCode).put("phone_number", number).put("verified_name", verifiedName);
        var path = GraphPath.of(wabaId, "phone_numbers").toString();
        return graph.call(GraphCall.post("number_add", path, credentials, body)).map(answer -> answer.text("id"));
    }

    /** Each asking sends a message or rings: never repeated by itself. */
    public Uni<Void> requestCode(Credentials credentials, String phoneNumberId, CodeMethod method, String language) {
        var body = Json.object().put("code_method", method.name()).put("language", language);
        return post("number_request_code", credentials, phoneNumberId, "request_code", body);
    }

    public Uni<Void> verifyCode(Credentials credentials, String phoneNumberId, String code) {
        return post(
                "number_verify_code",
                credentials,
                phoneNumberId,
                "verify_code",
                Json.object().put("code", code));
    }

    /** With the number's PIN, or the one that it gets; the region keeps its data at rest there. */
    public Uni<Void> register(Credentials credentials, String phoneNumberId, String pin, Optional<String> dataRegion) {
        var body = Json.object().put("messaging_product", "whatsapp").put("pin", pin);
        return post(
                "number_register",
                credentials,
                phoneNumberId,
                "register",
                Json.put(body, "data_localization_region", dataRegion));
    }

    public Uni<Void> deregister(Credentials credentials, String phoneNumberId) {
        var path = GraphPath.of(phoneNumberId, "deregister").toString();
        return done(GraphCall.post("number_deregister", path, credentials, GraphBody.NONE));
    }

    public Uni<Void> changePin(Credentials credentials, String phoneNumberId, String pin) {
        return set("number_pin", credentials, phoneNumberId, Json.object().put("pin", pin));
    }

    /** Has Meta post this number's webhooks to an address of its own; Meta asks it for the verify token at once. */
    public Uni<Void> overrideCallback(
            Credentials credentials, String phoneNumberId, String callbackUri, String verifyToken) {
        var address = Json.object().put("override_callback_uri", callbackUri).put("verify_token", verifyToken);
        return set(
                "number_callback",
                credentials,
                phoneNumberId,
                Json.set(Json.object(), "webhook_configuration", address));
    }

    /** Webhooks go to the account's or the app's address again. */
    public Uni<Void> removeCallback(Credentials credentials, String phoneNumberId) {
        var none = Json.object().put("override_callback_uri", "");
        return set(
                "number_callback", credentials, phoneNumberId, Json.set(Json.object(), "webhook_configuration", none));
    }

    public Uni<BusinessProfile> profile(Credentials credentials, String phoneNumberId) {
        var path = GraphPath.of(phoneNumberId, "whatsapp_business_profile").with("fields", BusinessProfile.FIELDS);
        return graph.call(GraphCall.get("profile_read", path.toString(), credentials))
                .map(answer -> answer.orUnclear(BusinessProfile.of(answer.body())));
    }

    public Uni<Void> changeProfile(Credentials credentials, String phoneNumberId, BusinessProfile change) {
        var path = GraphPath.of(phoneNumberId, "whatsapp_business_profile").toString();
        return Uni.createFrom()
                .item(change::toJson)
                .chain(body -> done(GraphCall.post("profile_change", path, credentials, body)
                        .harmlessTwice()));
    }

    private Uni<GraphAnswer> read(Credentials credentials, String phoneNumberId, String fields) {
        var path = GraphPath.of(phoneNumberId).with("fields", fields).toString();
        return graph.call(GraphCall.get("number_read", path, credentials));
    }

    private Uni<Void> set(String operation, Credentials credentials, String phoneNumberId, ObjectNode body) {
        var path = GraphPath.of(phoneNumberId).toString();
        return done(GraphCall.post(operation, path, credentials, body).harmlessTwice());
    }

    private Uni<Void> post(
            String operation, Credentials credentials, String phoneNumberId, String edge, JsonNode body) {
        var path = GraphPath.of(phoneNumberId, edge).toString();
        return done(GraphCall.post(operation, path, credentials, body));
    }

    private Uni<Void> done(GraphCall call) {
        return graph.call(call).map(GraphAnswer::orNotDone).replaceWithVoid();
    }
}
