package io.posthorn.template.builder.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.cloudapi.template.TemplateLanguages;
import io.posthorn.template.builder.answering.BuilderConfig;
import io.posthorn.template.builder.answering.Outcome;
import io.posthorn.template.builder.answering.Utterance;
import io.posthorn.template.builder.draft.Draft;
import io.posthorn.template.builder.engine.Conversation;
import io.posthorn.template.builder.engine.Review;
import io.posthorn.template.builder.engine.WrittenConversation;
import io.posthorn.template.builder.language.Tongue;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The written conversations, led by a model that is well in one turn and lets people down in the next. */
class ModelConversationTest {
    private static final Set<String> ENDS = Set.of("ready", "finished");
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final Duration LONG = Duration.ofMinutes(2);
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close();
    }

    /** Those whose end stands in their file as a whole; half of their turns meet a fault. */
    static List<WrittenConversation> conversations() {
        return WrittenConversation.all().stream()
                .filter(one -> ENDS.contains(one.expected().get("ends"))
                        && one.expected().containsKey("body"))
                .filter(one -> !one.name().contains("start-over") && !one.name().contains("recomecar"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void theDraftStaysValidWhateverTheModelDoes(WrittenConversation conversation) throws Exception {
        var turns = new AtomicInteger();
        var last = conversation.turns().size();
        var faults = faults();
        try (var model = new ScriptedModel(
                vertx,
                () -> turns.get() == last || turns.get() % 2 == 0
                        ? well(conversation, turns.get() == last)
                        : faults.get((conversation.name().hashCode() & 0xff) + turns.get()))) {
            var engine = engine(model.url(), LONG, budget(true));
            var turn = Conversation.begun(Tongue.EN);
            for (var said : conversation.turns()) {
                turns.incrementAndGet();
                var next = answer(engine, new Utterance(WORKSPACE, turn.state(), List.of(), said))
                        .turn();

                assertValid(next.state().draft());
                assertThat(next.reply()).isNotBlank();
                if (!next.question().isEmpty()) {
                    assertThat(next.question()).isNotEqualTo(turn.question());
                }
                turn = next;
            }

            assertThat(Review.of(turn.state().draft()).missing()).isEmpty();
            assertThat(turn.status().name())
                    .isEqualToIgnoringCase(conversation.expected().get("ends"));
            assertThat(turn.state().draft().body())
                    .isEqualTo(conversation.expected().get("body"));
            assertThat(model.asked).allSatisfy(asked -> assertThat(asked).doesNotContain("test-key"));
        }
    }

    @Test
    void thereAreAtLeastTwentyFive() {
        assertThat(conversations()).hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @EnumSource(ScriptedModel.Fault.class)
    void theRulesAnswerWhereTheModelDoesNotHelp(ScriptedModel.Fault fault) throws Exception {
        var patience = fault == ScriptedModel.Fault.SILENCE ? Duration.ofMillis(300) : LONG;
        try (var model = new ScriptedModel(vertx, () -> fault.answer)) {
            var outcome = answer(engine(model.url(), patience, budget(true)), said("marketing"));

            assertThat(outcome.engine()).isEqualTo("rules");
            assertThat(outcome.notice()).contains("rules");
            assertThat(outcome.turn().state().draft().category()).isEqualTo("MARKETING");
        }
    }

    @Test
    void aModelThatIsWellFillsTheDraftAndItsWordsComePieceByPiece() throws Exception {
        var pieces = new ArrayList<String>();
        var spent = new AtomicLong();
        var arguments = ScriptedModel.JSON
                .createObjectNode()
                .put("category", "MARKETING")
                .put("body", "Our garden opens again, {{name}}!");
        try (var model = new ScriptedModel(
                vertx, () -> ScriptedModel.streamed("I wrote it down. Is that right?", arguments, null))) {
            var engine = engine(model.url(), LONG, budget(true, spent));

            var outcome = engine.turn(said("advertise my garden"), pieces::add)
                    .await()
                    .atMost(LONG);

            assertThat(outcome.engine()).isEqualTo("openai");
            assertThat(outcome.notice()).isNull();
            assertThat(outcome.turn().state().draft().body()).isEqualTo("Our garden opens again, {{1}}!");
            assertThat(outcome.turn().reply()).contains("I wrote it down.").doesNotContain("Is that right?");
            assertThat(String.join("", pieces)).isEqualTo("I wrote it down. Is that right?");
            assertThat(spent).hasValue(321);
            assertThat(model.keys).containsExactly("Bearer test-key");
        }
    }

    @Test
    void nobodyAsksAModelThatFailedAgainAndAgain() throws Exception {
        try (var model = new ScriptedModel(vertx, () -> ScriptedModel.Fault.SERVER_ERROR.answer)) {
            var engine = engine(model.url(), LONG, budget(true));
            for (var index = 0; index < 5; index++) {
                answer(engine, said("marketing"));
            }

            assertThat(engine.isHeld()).isTrue();
            assertThat(model.asked).hasSize(3);
        }
    }

    @Test
    void withoutABudgetOrAKeyNobodyIsAsked() throws Exception {
        try (var model = new ScriptedModel(vertx, () -> ScriptedModel.Fault.REFUSAL.answer)) {
            var spent = answer(engine(model.url(), LONG, budget(false)), said("marketing"));
            var keyless = answer(
                    new ModelAnswers(vertx, budget(true), config(model.url(), LONG, null), Clock.systemUTC()),
                    said("marketing"));

            assertThat(spent.notice()).contains("today");
            assertThat(keyless.notice()).contains("key");
            assertThat(model.asked).isEmpty();
        }
    }

    /** What a good model would do: everything that the conversation is after. */
    private static Consumer<HttpServerRequest> well(WrittenConversation conversation, boolean last) {
        var expected = conversation.expected();
        ObjectNode arguments = ScriptedModel.JSON.createObjectNode();
        for (var part : List.of("category", "body", "language", "name", "header")) {
            if (expected.containsKey(part) && !expected.get(part).equals("none")) {
                arguments.put(part, expected.get(part));
            }
        }
        if (!arguments.has("language")) {
            arguments.put("language", "en");
        }
        if (expected.containsKey("footer") && !expected.get("footer").equals("none")) {
            arguments.put("footer", expected.get("footer"));
        }
        var examples = arguments.putArray("examples");
        for (var number = 0; number < 9; number++) {
            examples.add("A-%d".formatted(number));
        }
        return ScriptedModel.streamed(
                "Done. Anything else?", arguments, last && expected.get("ends").equals("finished") ? "finish" : null);
    }

    private static List<Consumer<HttpServerRequest>> faults() {
        var faults = new ArrayList<Consumer<HttpServerRequest>>();
        for (var index = 0; index < 300; index++) {
            var fault = ScriptedModel.Fault.values()[index % ScriptedModel.Fault.values().length];
            faults.add((fault == ScriptedModel.Fault.SILENCE ? ScriptedModel.Fault.SERVER_ERROR : fault).answer);
        }
        return faults;
    }

    private static void assertValid(Draft draft) {
        assertThat(draft.category()).isIn(null, "UTILITY", "MARKETING", "AUTHENTICATION");
        assertThat(draft.language() == null || TemplateLanguages.knows(draft.language()))
                .isTrue();
        assertThat(draft.effectiveName()).matches("[a-z0-9_]{1,512}");
        assertThat(draft.buttons())
                .allSatisfy(button -> assertThat(button.text()).isNotBlank());
        assertThat(draft.body() == null || !draft.body().isBlank()).isTrue();
    }

    private static Outcome answer(ModelAnswers engine, Utterance utterance) {
        return engine.turn(utterance, piece -> {}).await().atMost(LONG);
    }

    private static Utterance said(String text) {
        return new Utterance(WORKSPACE, Conversation.begun(Tongue.EN).state(), List.of(), text);
    }

    private static ModelAnswers engine(URI url, Duration timeout, Budget budget) {
        return new ModelAnswers(vertx, budget, config(url, timeout, "test-key"), Clock.systemUTC());
    }

    private static Budget budget(boolean allows) {
        return budget(allows, new AtomicLong());
    }

    private static Budget budget(boolean allows, AtomicLong spent) {
        return new Budget() {
            @Override
            public Uni<Boolean> allows(UUID workspaceId) {
                return Uni.createFrom().item(allows);
            }

            @Override
            public Uni<Void> spend(UUID workspaceId, long tokens) {
                spent.addAndGet(tokens);
                return Uni.createFrom().voidItem();
            }
        };
    }

    private static BuilderConfig.OpenAi config(URI url, Duration timeout, String key) {
        return new BuilderConfig.OpenAi() {
            @Override
            public URI url() {
                return url;
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.ofNullable(key);
            }

            @Override
            public String model() {
                return "scripted";
            }

            @Override
            public Duration timeout() {
                return timeout;
            }

            @Override
            public int maxTokens() {
                return 800;
            }

            @Override
            public long dailyTokens() {
                return 1_000_000;
            }

            @Override
            public int failuresUntilHeld() {
                return 3;
            }

            @Override
            public Duration heldFor() {
                return Duration.ofHours(1);
            }
        };
    }
}
