package io.posthorn.cloudapi.reading;

import io.posthorn.cloudapi.values.ButtonAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads what is new about a button, each kind with its own parameters. */
final class ButtonActions {
    private ButtonActions() {}

    /** Empty where the button gets nothing, or is of no kind that is known, which is found. */
    static Optional<ButtonAction> read(Fields button) {
        return switch (button.optional("sub_type").orElse("").toLowerCase(Locale.ROOT)) {
            case "url" -> first(button, "text", parameter -> new ButtonAction.UrlSuffix(parameter.text("text")));
            case "quick_reply" ->
                first(button, "payload", parameter -> new ButtonAction.QuickReply(parameter.text("payload")));
            case "copy_code" ->
                first(button, "coupon_code", parameter -> new ButtonAction.CouponCode(parameter.text("coupon_code")));
            case "flow" -> first(button, "action", parameter -> parameter.required("action", ButtonActions::flow));
            case "catalog" ->
                first(
                        button,
                        "action",
                        parameter -> parameter.required(
                                "action",
                                action -> new ButtonAction.OpenCatalog(action.word("thumbnail_product_retailer_id"))));
            case "mpm" -> first(button, "action", parameter -> parameter.required("action", ButtonActions::products));
            case "voice_call" -> call(button);
            default -> {
                button.broken("sub_type", "button_kind", "A button of this kind takes no values");
                button.asWritten();
                yield Optional.empty();
            }
        };
    }

    private static Optional<ButtonAction> first(Fields button, String type, Function<Fields, ButtonAction> reading) {
        var actions = button.objects("parameters", parameter -> {
            if (!type.equals(parameter.optional("type").orElse("").toLowerCase(Locale.ROOT))) {
                parameter.broken("type", "parameter_type", "This value must be of type " + type);
            }
            return reading.apply(parameter);
        });
        if (actions.size() > 1) {
            button.broken("parameters", "button_values_too_many", "This button takes one value");
        }
        return actions.stream().findFirst();
    }

    private static ButtonAction flow(Fields action) {
        return new ButtonAction.StartFlow(action.optional("flow_token"), action.data("flow_action_data"));
    }

    private static ButtonAction products(Fields action) {
        return new ButtonAction.ShowProducts(
                action.word("thumbnail_product_retailer_id").orElse(null), Controls.productSections(action));
    }

    private record CallValue(OptionalInt minutes, Optional<String> payload) {}

    private static Optional<ButtonAction> call(Fields button) {
        List<CallValue> values = button.objects("parameters", parameter -> {
            parameter.optional("type");
            return new CallValue(parameter.number("ttl_minutes"), parameter.optional("payload"));
        });
        var minutes = values.stream()
                .map(CallValue::minutes)
                .filter(OptionalInt::isPresent)
                .findFirst();
        var payload = values.stream()
                .map(CallValue::payload)
                .flatMap(Optional::stream)
                .findFirst();
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new ButtonAction.CallUs(minutes.orElseGet(OptionalInt::empty), payload));
    }
}
