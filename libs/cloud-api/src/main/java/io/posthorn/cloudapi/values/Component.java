package io.posthorn.cloudapi.values;

import com.fasterxml.jackson.databind.JsonNode;
import io.posthorn.cloudapi.rule.Violations;
import java.util.List;

/** A place of a template and what fills it. Closed on purpose: a new place is a new record here. */
public sealed interface Component
        permits HeaderValue,
                BodyValues,
                ButtonValue,
                OneTimeCode,
                LimitedTimeOffer,
                CarouselValues,
                TapTarget,
                RawComponent {
    /** In Meta's words; mostly one, for a code stands at two places. */
    List<? extends JsonNode> toJson();

    void check(Violations found, String pointer);
}
