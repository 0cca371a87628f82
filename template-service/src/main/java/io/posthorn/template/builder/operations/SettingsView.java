package io.posthorn.template.builder.operations;

import java.util.Map;

/** How the builder is set up; of the key only whether there is one. */
record SettingsView(String engine, Model model, Limits limits, Map<String, String> languages) {
    record Model(String url, String name, boolean keySet, boolean held) {}

    record Limits(
            long sessionSeconds,
            int maxSessions,
            int maxTurns,
            int maxCharacters,
            long dailyTokens,
            long timeoutSeconds) {}
}
