package io.posthorn.devstack;

import io.posthorn.devstack.stack.Part;
import io.posthorn.devstack.stack.Progress;
import io.posthorn.devstack.stack.Stack;
import io.posthorn.devstack.stack.StackSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a person sees while the stack starts and runs. */
final class Screen implements Progress {
    private static final long MEGABYTE = 1024 * 1024;
    private static final String NEXT = """

            Posthorn is ready (%.1f s).

              Gateway      %s        the API, /health, /docs
              Simulator    %s        the local WhatsApp
              Mail         localhost:%d          caught, never sent
              Logs         %s
            """;
    private static final String MORE = """

            More: ./posthorn status, ./posthorn logs, ./posthorn demo, ./posthorn down
            """;
    private static final String TRIAL = """

            Made for this run, and known to nobody else:

              E-mail       %s
              Password     %s
              API key      %s
              WhatsApp     %s (simulated); %s, +%s, has just written to it

            Answer her:

              curl -s %s/api/v1/messages -H 'authorization: Bearer %s' \\
                -H 'content-type: application/json' \\
                -d '{"to":"+%s","type":"text","text":{"body":"Hello %s!"}}'

            and look at her phone:

              curl -s '%s/_sim/messages?world=%s'
            """;

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void starting(StackSettings settings) {
        out.printf("Starting Posthorn (data and logs: %s)%n", settings.home());
    }

    void started(Stack stack, Duration after) {
        var gateway = stack.url(Part.GATEWAY);
        out.printf(
                Locale.ROOT,
                NEXT,
                after.toMillis() / 1000.0,
                gateway,
                stack.url(Part.SIMULATOR),
                stack.settings().ports().of(Part.SMTP),
                stack.settings().home().resolve("logs"));
        out.flush();
    }

    void tried(Stack stack, Trial trial) {
        var gateway = stack.url(Part.GATEWAY);
        out.printf(
                TRIAL,
                trial.email(),
                trial.password(),
                trial.apiKey(),
                trial.businessNumber(),
                Trial.CUSTOMER,
                Trial.CUSTOMER_NUMBER,
                gateway,
                trial.apiKey(),
                Trial.CUSTOMER_NUMBER,
                Trial.CUSTOMER,
                stack.url(Part.SIMULATOR),
                trial.world());
        out.flush();
    }

    void more() {
        out.print(MORE);
        out.flush();
    }

    @Override
    public synchronized void ready(Part part, Duration after, long residentBytes) {
        var memory = residentBytes == 0 ? "" : "%5d MB".formatted(residentBytes / MEGABYTE);
        out.printf(Locale.ROOT, "  %-18s ready after %5.1f s  %s%n", part.label(), after.toMillis() / 1000.0, memory);
        out.flush();
    }

    @Override
    public synchronized void note(String text) {
        out.println(text);
        out.flush();
    }
}
