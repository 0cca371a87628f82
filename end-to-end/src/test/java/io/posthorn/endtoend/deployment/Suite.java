package io.posthorn.endtoend.deployment;

import io.posthorn.devstack.stack.JvmSettings;
import io.posthorn.devstack.stack.Part;
import java.util.ArrayList;
import java.util.List;

/** The six services and what devstack knows of them. */
public final class Suite {
    public static final List<Part> SERVICES =
            List.of(Part.AUTH, Part.MESSAGING, Part.MEDIA, Part.TEMPLATE, Part.ADMIN, Part.GATEWAY);

    private Suite() {}

    public static long heapBytes(Part part) {
        var most = JvmSettings.of(part).stream()
                .filter(setting -> setting.matches("-Xmx[0-9]+m"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(most.replaceAll("[^0-9]", "")) * 1024 * 1024;
    }

    /** What a process must be given in secret. */
    public static List<String> secrets(Part part) {
        var secrets = new ArrayList<String>();
        if (part.schema().isPresent()) {
            secrets.addAll(List.of(
                    "POSTHORN_DATABASE_OWNER_PASSWORD",
                    "POSTHORN_DATABASE_RUNTIME_PASSWORD",
                    "POSTHORN_DATABASE_WORKER_PASSWORD",
                    "POSTHORN_ENVELOPE_KEYS"));
        }
        if (part == Part.AUTH) {
            SERVICES.stream()
                    .filter(other -> other != Part.AUTH)
                    .forEach(other -> secrets.add("POSTHORN_AUTH_CLIENT_SECRETS_" + other.name()));
        } else {
            secrets.add("POSTHORN_CLIENT_SECRET");
        }
        return secrets;
    }
}
