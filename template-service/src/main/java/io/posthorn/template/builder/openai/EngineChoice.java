package io.posthorn.template.builder.openai;

import io.posthorn.template.builder.answering.BuilderConfig;
import io.posthorn.template.builder.answering.BuilderEngine;
import io.posthorn.template.builder.answering.RulesAnswers;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The engine that the configuration names. */
@ApplicationScoped
class EngineChoice {
    @Produces
    @Singleton
    BuilderEngine engine(BuilderConfig config, Vertx vertx, Budget budget, Clock clock) {
        return switch (config.engine()) {
            case RULES -> new RulesAnswers();
            case OPENAI -> new ModelAnswers(vertx, budget, config.openai(), clock);
        };
    }
}
