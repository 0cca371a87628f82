package io.posthorn.endtoend.journey;

import io.posthorn.devstack.stack.Home;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import io.posthorn.endtoend.Repository;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the stack: started when the first one asks, stopped after the last test of all. */
final class RunningStack implements ParameterResolver {
    private static final Map<String, String> ENVIRONMENT = Map.of("POSTHORN_MESSAGING_SENDING_UNKNOWN_AFTER", "5s");
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningStack.class))
                .computeIfAbsent(Stack.class, first -> start(), Stack.class);
    }

    private static Stack start() {
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
                        ENVIRONMENT,
                        START_LIMIT),
                Progress.SILENT);
    }
}
