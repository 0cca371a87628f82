package io.posthorn.endtoend.journey;

import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.endtoend.Repository;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the stack: started when the first one asks, stopped after the last test of all. It runs as in production as far as
 * it is seen: logs are JSON, spans and error reports go to a
 * collector.
 */
public final class RunningStack implements ParameterResolver {
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Set.of(Stack.class, Collector.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.create(RunningStack.class));
        var collector = store.computeIfAbsent(Collector.class, first -> new Collector(), Collector.class);
        return parameter.getParameter().getType() == Collector.class
                ? collector
                : store.computeIfAbsent(Stack.class, first -> start(collector), Stack.class);
    }

    private static Map<String, String> environment(Collector collector) {
        return Map.of(
                "POSTHORN_MESSAGING_SENDING_UNKNOWN_AFTER",
                "5s",
                "POSTHORN_LOG_JSON_DEVELOPMENT",
                "true",
                "POSTHORN_TRACING_ENDPOINT",
                collector.tracesEndpoint(),
                "SENTRY_DSN",
                collector.reportsDsn());
    }

    private static Stack start(Collector collector) {
        var home = Repository.ROOT.resolve("end-to-end/target/stack");
        var usual = StackSettings.onFreePorts(Repository.ROOT, home);
        Home.startAfresh(home);
        return Stack.started(
                new StackSettings(
                        usual.installation(),
                        usual.home(),
                        usual.ports(),
                        usual.outside(),
                        usual.processes(),
                        environment(collector),
                        START_LIMIT),
                Progress.SILENT);
    }
}
