package io.posthorn.template.builder.operations;

import io.posthorn.template.builder.answering.BuilderConfig;
import io.posthorn.template.builder.answering.CountedAnswers;
import io.posthorn.template.builder.engine.Rules;
import io.posthorn.template.builder.language.LanguageNames;
import io.posthorn.template.builder.openai.ModelAnswers;
import jakarta.enterprise.context.ApplicationScoped;

/** Gathers for operators how the builder is set up. */
@ApplicationScoped
class BuilderSettings {
    private final BuilderConfig config;
    private final CountedAnswers engine;

    BuilderSettings(BuilderConfig config, CountedAnswers engine) {
        this.config = config;
        this.engine = engine;
    }

    SettingsView view() {
        var model = config.openai();
        return new SettingsView(
                config.engine().word(),
                new SettingsView.Model(
                        model.url().getScheme() + "://" + model.url().getHost()
                                + (model.url().getPort() < 0
                                        ? ""
                                        : ":" + model.url().getPort())
                                + model.url().getPath(),
                        model.model(),
                        model.apiKey().isPresent(),
                        engine.engine() instanceof ModelAnswers answers && answers.isHeld()),
                new SettingsView.Limits(
                        config.sessionLife().toSeconds(),
                        config.maxSessions(),
                        config.maxTurns(),
                        Rules.MOST_CHARACTERS,
                        model.dailyTokens(),
                        model.timeout().toSeconds()),
                LanguageNames.all());
    }
}
