package io.posthorn.simulator.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code appsecret_proof}: checked when it is there, required when the app says so. */
@ApplicationScoped
class ProofGuard implements CallGuard {
    private static final String PROOF = "appsecret_proof";
    private static final String ALGORITHM = "HmacSHA256";

    @Override
    public Optional<GraphError> refusal(GraphRoute route, GraphCall call) {
        var proof = call.parameter(PROOF);
        if (proof.isEmpty()) {
            return call.app().requiresProof()
                    ? Optional.of(refused("API calls from the server require an appsecret_proof argument"))
                    : Optional.empty();
        }
        var right = proof(call.app().secret(), call.token().value());
        return MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8))
                ? Optional.empty()
                : Optional.of(refused("Invalid appsecret_proof provided in the API argument"));
    }

    private static GraphError refused(String message) {
        return GraphError.of(100, message).withType("GraphMethodException");
    }

    private static String proof(String secret, String token) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, impossible);
        }
    }
}
