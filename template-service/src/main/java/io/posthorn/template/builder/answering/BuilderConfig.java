package io.posthorn.template.builder.answering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Who understands people, and how long conversations may become. */
@ConfigMapping(prefix = "posthorn.template.builder")
public interface BuilderConfig {
    enum Choice {
        RULES,
        OPENAI;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Words of three languages without any network, or a language model. */
    @WithDefault("rules")
    Choice engine();

    /** A session that nobody speaks in for so long is over. */
    @WithDefault("24h")
    Duration sessionLife();

    /** Sessions of a workspace that are not over. */
    @WithDefault("50")
    int maxSessions();

    /** Turns of a session. */
    @WithDefault("100")
    int maxTurns();

    /** How often sessions that are over are taken away. */
    @WithDefault("1h")
    Duration cleanEvery();

    OpenAi openai();

    /** An endpoint that speaks OpenAI's chat completions. */
    interface OpenAi {
        @WithDefault("https://api.openai.com/v1")
        URI url();

        /** Without one the rules answer. */
        Optional<String> apiKey();

        @WithDefault("gpt-4o-mini")
        String model();

        /** For the whole answer. */
        @WithDefault("20s")
        Duration timeout();

        /** Of one answer. */
        @WithDefault("800")
        int maxTokens();

        /** Of a workspace on a day, questions and answers together. */
        @WithDefault("200000")
        long dailyTokens();

        /** After so many failures in a row nobody asks it for a while. */
        @WithDefault("5")
        int failuresUntilHeld();

        @WithDefault("30s")
        Duration heldFor();
    }
}
