package io.posthorn.template.builder.openai;

import io.posthorn.template.builder.answering.BuilderConfig;
import io.posthorn.template.builder.answering.BuilderEngine;
import io.posthorn.template.builder.answering.Outcome;
import io.posthorn.template.builder.answering.RulesAnswers;
import io.posthorn.template.builder.answering.Utterance;
import io.posthorn.template.builder.draft.Merge;
import io.posthorn.template.builder.engine.Conversation;
import io.posthorn.template.builder.engine.Rules;
import io.posthorn.template.builder.understanding.Understood;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The engine that asks a model. Whatever goes wrong with it, the rules answer, and a notice says why. */
public final class ModelAnswers implements BuilderEngine {
    private static final Logger LOG = Logger.getLogger(ModelAnswers.class);
    private static final int LONGEST_REMARK = 400;
    private static final int CHARACTERS_OF_A_TOKEN = 4;

    private final ModelClient client;
    private final Budget budget;
    private final BuilderConfig.OpenAi config;
    private final Holding holding;

    public ModelAnswers(Vertx vertx, Budget budget, BuilderConfig.OpenAi config, Clock clock) {
        this.client = new ModelClient(vertx, config);
        this.budget = budget;
        this.config = config;
        this.holding = new Holding(config.failuresUntilHeld(), config.heldFor(), clock);
    }

    @Override
    public Uni<Outcome> turn(Utterance utterance, Consumer<String> pieces) {
        var said = utterance.said();
        if (said == null || said.isBlank() || said.length() > Rules.MOST_CHARACTERS) {
            return rules(utterance, null); // nothing to understand
        }
        if (config.apiKey().isEmpty()) {
            return rules(utterance, "No key for a language model is set; the rules answered.");
        }
        if (holding.holds()) {
            return rules(utterance, "The language model has not answered for a while; the rules did.");
        }
        return budget.allows(utterance.workspaceId())
                .chain(allowed -> allowed
                        ? asked(utterance, pieces)
                        : rules(
                                utterance,
                                "The workspace has used up its language model for today; the rules answered."));
    }

    public boolean isHeld() {
        return holding.holds();
    }

    private Uni<Outcome> asked(Utterance utterance, Consumer<String> pieces) {
        var body = Prompt.of(utterance, config).toString();
        return client.ask(body, pieces)
                .invoke(holding::succeeded)
                .call(answer -> budget.spend(utterance.workspaceId(), tokens(body, answer)))
                .map(answer -> outcome(utterance, answer))
                .onFailure(ModelFailure.class)
                .recoverWithUni(failure -> {
                    holding.failed();
                    LOG.warnf("The language model did not help: %s", failure.getMessage());
                    return rules(utterance, "The language model did not answer; the rules did.");
                });
    }

    private static Outcome outcome(Utterance utterance, ModelAnswer answer) {
        var understood = Tools.understood(answer.calls());
        if (changesNothing(utterance, understood)) {
            return RulesAnswers.answer(
                    utterance, "The language model gave nothing that can be used; the rules answered.");
        }
        var turn = Conversation.turn(
                utterance.state(), understood.commands(), understood.changes(), remark(answer.text()));
        return new Outcome(turn, BuilderConfig.Choice.OPENAI.word(), null);
    }

    /** Also where it wants what no draft can have. */
    private static boolean changesNothing(Utterance utterance, Understood understood) {
        var draft = utterance.state().draft();
        return understood.commands().isEmpty()
                && Merge.of(draft, understood.changes()).draft().equals(draft);
    }

    /** Its statements; questions are the program's, or there would be two of them. */
    private static String remark(String text) {
        var remark = Arrays.stream(text.strip().split("(?<=[.!?。！？؟])\\s+"))
                .filter(sentence -> !sentence.matches("(?s).*[?？؟¿].*"))
                .collect(Collectors.joining(" "));
        return remark.length() <= LONGEST_REMARK ? remark : "";
    }

    private static long tokens(String body, ModelAnswer answer) {
        return answer.tokens() > 0
                ? answer.tokens()
                : (body.length() + answer.text().length()) / CHARACTERS_OF_A_TOKEN;
    }

    private static Uni<Outcome> rules(Utterance utterance, String notice) {
        return Uni.createFrom().item(() -> RulesAnswers.answer(utterance, notice));
    }
}
