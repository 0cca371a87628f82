package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.StartFailure;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** One port for each part, and a second one for the gateway: its probes do not stand behind its public port. */
public final class StackPorts {
    static final String MANAGEMENT_VARIABLE = "POSTHORN_GATEWAY_MANAGEMENT_PORT";
    private static final int DEFAULT_MANAGEMENT_PORT = 9080;

    private final Map<Part, Integer> ports;
    private final int management;

    private StackPorts(Map<Part, Integer> ports, int management) {
        this.ports = ports;
        this.management = management;
    }

    /** The documented ports, moved by {@code POSTHORN_<PART>_PORT}. */
    public static StackPorts fromEnvironment(Map<String, String> environment) {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, port(part.portVariable(), environment, part.defaultPort()));
        }
        requireDifferent(ports);
        return new StackPorts(ports, port(MANAGEMENT_VARIABLE, environment, DEFAULT_MANAGEMENT_PORT));
    }

    /** For tests and demonstrations that must not meet a stack that is already running. */
    public static StackPorts free() {
        var free = Ports.free(Part.values().length + 1);
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, free.get(part.ordinal()));
        }
        return new StackPorts(ports, free.getLast());
    }

    public int of(Part part) {
        return ports.get(part);
    }

    public String url(Part part) {
        return "http://localhost:" + of(part);
    }

    public int management() {
        return management;
    }

    /** Where a part of ours says that it is ready. */
    String probeUrl(Part part) {
        return (part == Part.GATEWAY ? "http://localhost:" + management : url(part)) + "/q/health/ready";
    }

    private static int port(String variable, Map<String, String> environment, int otherwise) {
        var value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new StartFailure("%s is '%s', which is no port (1 to 65535)".formatted(variable, value));
        }
        return Integer.parseInt(value);
    }

    private static void requireDifferent(Map<Part, Integer> ports) {
        var owners = new HashMap<Integer, Part>();
        ports.forEach((part, port) -> {
            var other = owners.put(port, part);
            if (other != null) {
                throw new StartFailure("Port %d is given to both %s and %s. Change %s or %s"
                        .formatted(port, other.label(), part.label(), other.portVariable(), part.portVariable()));
            }
        });
    }
}
