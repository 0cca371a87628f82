package io.posthorn.template.builder.openai;

import io.micrometer.core.instrument.MeterRegistry;
import io.posthorn.template.builder.answering.BuilderConfig;
import io.posthorn.template.builder.answering.CountedAnswers;
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
    CountedAnswers engine(BuilderConfig config, Vertx vertx, Budget budget, MeterRegistry meters, Clock clock) {
        return new CountedAnswers(
                switch (config.engine()) {
                    case RULES -> new RulesAnswers();
                    case OPENAI -> new ModelAnswers(vertx, budget, config.openai(), clock);
                },
                meters);
    }
}
