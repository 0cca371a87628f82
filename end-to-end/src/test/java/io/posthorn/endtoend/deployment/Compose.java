package io.posthorn.endtoend.deployment;

import java.util.List;
import java.util.Map;

/** The part of Compose's schema that docker-compose.yml uses; anything else is refused. */
record Compose(Map<String, Service> services, Map<String, Volume> volumes) {
    record Service(
            String image,
            Build build,
            List<String> command,
            List<String> entrypoint,
            Map<String, String> environment,
            List<String> ports,
            List<String> volumes,
            List<String> profiles,
            List<String> tmpfs,
            List<String> cap_drop,
            List<String> security_opt,
            Map<String, Dependency> depends_on,
            HealthCheck healthcheck,
            Deploy deploy,
            String network_mode,
            String restart,
            String user,
            String stop_grace_period,
            boolean read_only) {}

    record Build(String context, String dockerfile, Map<String, String> args) {}

    record Dependency(String condition) {}

    record HealthCheck(List<String> test, String interval, String timeout, int retries, String start_period) {}

    record Deploy(Resources resources) {}

    record Resources(Limits limits) {}

    record Limits(String cpus, String memory) {}

    record Volume() {}

    /** Blocks under {@code x-} are there for their anchors only. */
    @SuppressWarnings("unchecked")
    static Compose load() {
        var document = (Map<String, Object>)
                StrictYaml.documentsOf("docker-compose.yml").getFirst();
        document.keySet().removeIf(key -> key.startsWith("x-"));
        return StrictYaml.as(Compose.class, document);
    }
}
