package io.posthorn.devstack.stack;

import io.posthorn.devstack.process.PortOwner;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.process.StartFailure;
import java.util.ArrayList;
import java.util.List;

/** Finds taken ports before anything is started, so the answer is one message and not a pile of stack traces. */
final class PortCheck {
    private PortCheck() {}

    static void requireFree(List<Part> parts, StackPorts ports) {
        var problems = new ArrayList<String>();
        for (Part part : parts) {
            int port = ports.of(part);
            if (!Ports.isFree(port)) {
                problems.add("Port %d for %s is taken%s. Stop that process or set %s to another port."
                        .formatted(port, part.label(), PortOwner.describe(port), part.portVariable()));
            }
        }
        if (parts.contains(Part.GATEWAY) && !Ports.isFree(ports.management())) {
            problems.add("Port %d for the gateway's probes is taken%s. Stop that process or set %s to another port."
                    .formatted(
                            ports.management(),
                            PortOwner.describe(ports.management()),
                            StackPorts.MANAGEMENT_VARIABLE));
        }
        if (!problems.isEmpty()) {
            throw new StartFailure(String.join(System.lineSeparator(), problems));
        }
    }
}
