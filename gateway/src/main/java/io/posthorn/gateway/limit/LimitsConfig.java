package io.posthorn.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Plans, and which class a request belongs to. Names of rules only tell them apart. */
@ConfigMapping(prefix = "posthorn.limits")
interface LimitsConfig {
    /** The plan of this installation. */
    @WithDefault("standard")
    String plan();

    Map<String, PlanConfig> plans();

    Map<String, RuleConfig> rules();

    /** After this, Redis counts as away. */
    @WithDefault("500ms")
    Duration storeTimeout();

    /** How long Redis is left alone after it failed. */
    @WithDefault("1s")
    Duration storePause();

    /** Callers that one replica counts by itself while Redis is away. */
    @WithDefault("10000")
    int rememberedCallers();

    /** A quota such as {@code 100/15m} for each class. */
    interface PlanConfig {
        Quota api();

        Quota auth();

        Quota messages();

        Quota uploads();

        Quota payment();

        Quota strict();

        default Quota of(LimitClass limitClass) {
            return switch (limitClass) {
                case API -> api();
                case AUTH -> auth();
                case MESSAGES -> messages();
                case UPLOADS -> uploads();
                case PAYMENT -> payment();
                case STRICT -> strict();
                case NONE -> throw new IllegalArgumentException("What is not counted has no quota");
            };
        }
    }

    interface RuleConfig {
        /** {@code *} stands for one segment, {@code **} at the end for any number of them. */
        String path();

        @WithDefault("POST")
        Set<String> methods();

        LimitClass limit();

        /** A request counts once, or as many times as its body has items. */
        @WithDefault("request")
        Cost cost();
    }

    /** What one request costs. */
    enum Cost {
        REQUEST,
        ITEMS
    }
}
