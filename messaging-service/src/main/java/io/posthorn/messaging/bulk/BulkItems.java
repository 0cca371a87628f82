package io.posthorn.messaging.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.kit.problem.BrokenConstraints;
import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.UnreadableJson;
import io.posthorn.kit.problem.Violation;
import io.posthorn.messaging.accepting.Candidate;
import io.posthorn.messaging.accepting.Outcome;
import io.posthorn.messaging.draft.SendMessageRequest;
import io.posthorn.messaging.numbering.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the messages of a bulk request, each for itself. */
@ApplicationScoped
class BulkItems {
    private static final String KEY_FIELD = "idempotencyKey";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final ObjectMapper json;
    private final Validator validator;

    BulkItems(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What could be read, and what is wrong with the rest, by the place in the request. */
    record Read(List<Candidate> candidates, Map<Integer, Outcome> refused) {}

    Read read(BulkSendRequest request) {
        var candidates = new ArrayList<Candidate>();
        var refused = new LinkedHashMap<Integer, Outcome>();
        for (var index = 0; index < request.messages().size(); index++) {
            try {
                candidates.add(candidate(index, request.messages().get(index)));
            } catch (ProblemException refusal) {
                refused.put(index, new Outcome.Refused(refusal));
            }
        }
        return new Read(candidates, refused);
    }

    private Candidate candidate(int index, JsonNode item) {
        if (!(item instanceof ObjectNode object)) {
            throw new ProblemException(CommonProblems.MALFORMED, "A message is a JSON object");
        }
        var content = object.deepCopy();
        var key = key(content.remove(KEY_FIELD));
        var request = message(content);
        var broken = validator.validate(request);
        if (!broken.isEmpty()) {
            throw BrokenConstraints.problem(new ConstraintViolationException(broken));
        }
        return new Candidate(index, key, key == null ? null : fingerprint(request), request.toDraft());
    }

    private SendMessageRequest message(ObjectNode content) {
        try {
            return json.treeToValue(content, SendMessageRequest.class);
        } catch (JsonProcessingException unread) {
            throw UnreadableJson.problem(unread);
        }
    }

    private static String key(JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        if (!given.isTextual() || !KEY.matcher(given.textValue()).matches()) {
            var message = "A key has 1 to 255 printable characters without spaces";
            throw new ProblemException(
                    CommonProblems.INVALID, message, List.of(new Violation("/" + KEY_FIELD, "key_invalid", message)));
        }
        return given.textValue();
    }

    /** However the number is written, it is the same message. */
    private String fingerprint(SendMessageRequest request) {
        try {
            var to = request.to() == null
                    ? null
                    : PhoneNumbers.digits(request.to(), null).orElse(request.to());
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request.withTo(to))));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException("A request record cannot be written", impossible);
        }
    }
}
