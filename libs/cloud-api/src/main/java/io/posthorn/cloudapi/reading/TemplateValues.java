package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.part.MediaKind;
import io.posthorn.cloudapi.values.BodyValues;
import io.posthorn.cloudapi.values.ButtonValue;
import io.posthorn.cloudapi.values.CarouselValues;
import io.posthorn.cloudapi.values.Component;
import io.posthorn.cloudapi.values.HeaderValue;
import io.posthorn.cloudapi.values.LimitedTimeOffer;
import io.posthorn.cloudapi.values.RawComponent;
import io.posthorn.cloudapi.values.TapTarget;
import io.posthorn.cloudapi.values.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the components of a template message. Meta takes their types in any case. */
final class TemplateValues {
    private static final String OFFER = "limited_time_offer";
    private static final String TARGET = "tap_target_configuration";

    private TemplateValues() {}

    static Component read(Fields fields) {
        var type = fields.optional("type").orElse("").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "header" -> header(fields);
            case "body" -> {
                var values = fields.objects("parameters", TemplateValues::value);
                yield values.isEmpty() ? new RawComponent(fields.asWritten()) : new BodyValues(values);
            }
            case "button" -> button(fields);
            case OFFER -> offer(fields);
            case TARGET -> target(fields);
            case "carousel" -> carousel(fields);
            default -> {
                fields.broken("type", "component_unknown", "A component of this type is not known");
                yield new RawComponent(fields.asWritten());
            }
        };
    }

    private static Component header(Fields fields) {
        var values = fields.objects("parameters", TemplateValues::value);
        if (values.size() > 1) {
            fields.broken("parameters", "header_values_too_many", "A header takes one value");
        }
        return values.isEmpty() ? new RawComponent(fields.asWritten()) : new HeaderValue(values.getFirst());
    }

    /** A button that needs nothing may be written down without parameters. */
    private static Component button(Fields fields) {
        var index = fields.number("index");
        if (index.isEmpty()) {
            fields.broken("index", "button_index", "Say which button is meant, counting from 0");
        }
        return ButtonActions.read(fields)
                .<Component>map(action -> new ButtonValue(index.orElse(0), action))
                .orElseGet(() -> new RawComponent(fields.asWritten()));
    }

    static Value value(Fields fields) {
        var type = fields.optional("type").orElse("").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text" -> new Value.Text(fields.optional("parameter_name"), fields.text("text"));
            case "currency" -> {
                var name = fields.optional("parameter_name");
                yield fields.required(
                        type,
                        amount -> new Value.Currency(
                                name, amount.text("fallback_value"), amount.text("code"), thousandths(amount)));
            }
            case "date_time" -> {
                var name = fields.optional("parameter_name");
                yield fields.required(type, time -> {
                    var fallback = time.text("fallback_value");
                    time.asWritten(); // Meta documents parts of a date here and ignores them
                    return new Value.DateTime(name, fallback);
                });
            }
            case "location" -> new Value.Location(fields.required(type, Places::read));
            case "product" ->
                fields.required(
                        type,
                        product -> new Value.Product(
                                product.word("catalog_id").orElse(null),
                                product.word("product_retailer_id").orElse(null)));
            case "image", "video", "document", "gif" -> file(fields, type);
            default -> {
                fields.broken("type", "parameter_type", "A value of this type is not known");
                fields.asWritten();
                yield Value.text("-");
            }
        };
    }

    private static long thousandths(Fields amount) {
        var value = amount.longNumber("amount_1000");
        if (value.isEmpty()) {
            amount.broken("amount_1000", "currency_amount", "Give the amount in thousandths");
        }
        return value.orElse(0L);
    }

    private static Value file(Fields fields, String type) {
        var kind = Media.kind(type).orElse(MediaKind.IMAGE);
        return fields.required(
                type, media -> new Value.Media(kind, Media.reference(media), media.optional("filename")));
    }

    private static Component offer(Fields fields) {
        var ends = fields.objects("parameters", parameter -> {
            parameter.optional("type");
            return parameter.required(OFFER, offer -> offer.longNumber("expiration_time_ms"));
        });
        return new LimitedTimeOffer(first(ends).orElse(Instant.EPOCH));
    }

    private static Optional<Instant> first(List<Optional<Long>> ends) {
        return ends.stream().findFirst().flatMap(end -> end).map(Instant::ofEpochMilli);
    }

    private static Component target(Fields fields) {
        var targets = fields.objects("parameters", parameter -> {
            parameter.optional("type");
            return parameter.objects(TARGET, one -> new TapTarget(one.text("url"), one.text("title")));
        });
        return targets.stream().flatMap(List::stream).findFirst().orElseGet(() -> new TapTarget(null, null));
    }

    private static Component carousel(Fields fields) {
        var cards = new ArrayList<List<Component>>();
        fields.objects("cards", card -> {
            CarouselCards.checkIndex(card, cards.size());
            return cards.add(card.objects("components", TemplateValues::read));
        });
        return new CarouselValues(cards);
    }
}
