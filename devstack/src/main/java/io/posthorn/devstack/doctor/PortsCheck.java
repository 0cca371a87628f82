package io.posthorn.devstack.doctor;

import io.posthorn.devstack.process.PortOwner;
import io.posthorn.devstack.process.Ports;
import io.posthorn.devstack.stack.Part;
import java.util.ArrayList;
import java.util.List;

/** Ports must be free before a start; while Posthorn runs here, its own processes hold them. */
record PortsCheck(Patient patient) implements Check {
    @Override
    public String subject() {
        return "ports";
    }

    @Override
    public List<Finding> look() {
        return patient.runs() ? running() : stopped();
    }

    private List<Finding> running() {
        var gone = Part.ours().stream()
                .filter(part -> patient.port(part).isEmpty())
                .map(Part::label)
                .toList();
        return List.of(
                gone.isEmpty()
                        ? Finding.ok("ports", "everything runs")
                        : Finding.failed(
                                "ports", "not running: " + String.join(", ", gone), "See ./posthorn logs and restart"));
    }

    private List<Finding> stopped() {
        var findings = new ArrayList<Finding>();
        for (var part : Part.values()) {
            var port = patient.settings().ports().of(part);
            if (!isOutside(part) && !Ports.isFree(port)) {
                findings.add(Finding.failed(
                        "ports",
                        "%d for %s is taken%s".formatted(port, part.label(), PortOwner.describe(port)),
                        "Stop that process or set " + part.portVariable()));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok("ports", "all free")) : findings;
    }

    private boolean isOutside(Part part) {
        var outside = patient.settings().outside();
        return switch (part) {
            case POSTGRES -> outside.database().isPresent();
            case KAFKA -> outside.kafka().isPresent();
            case REDIS -> outside.redis().isPresent();
            case SIMULATOR -> patient.value("POSTHORN_GRAPH_URL").isPresent();
            case SMTP, AUTH, MESSAGING, MEDIA, TEMPLATE, ADMIN, GATEWAY -> false;
        };
    }
}
