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

            Try it: make an account, then ask who you are.

              TOKEN=$(curl -s %s/api/v1/auth/register -H 'content-type: application/json' \\
                -d '{"email":"me@example.com","password":"correct horse battery staple","fullName":"Me"}' \\
                | sed -E 's/.*"accessToken":"([^"]+)".*/\\1/')
              curl -s %s/api/v1/auth/me -H "authorization: Bearer $TOKEN"

            More: ./posthorn status, ./posthorn logs, ./posthorn demo, ./posthorn down
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
                stack.settings().home().resolve("logs"),
                gateway,
                gateway);
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
