package io.posthorn.simulator.interactive;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of interactive messages that Meta knows. */
final class InteractiveKinds {
    private static final int LONGEST_BODY_OF_A_LIST = 4096;

    static final Map<String, InteractiveKind> ALL = Stream.of(
                    InteractiveKind.of("button", ReplyButtons::check),
                    InteractiveKind.of("list", ListSections::check)
                            .with(HeaderRule.TEXT)
                            .withBodyUpTo(LONGEST_BODY_OF_A_LIST),
                    InteractiveKind.of("cta_url", LinkButton::check),
                    InteractiveKind.of("flow", FlowButton::check),
                    InteractiveKind.of("product", Products::checkOne)
                            .with(HeaderRule.NONE)
                            .withOptionalBody(),
                    InteractiveKind.of("product_list", Products::checkList).with(HeaderRule.TEXT_REQUIRED),
                    InteractiveKind.of("catalog_message", Products::checkCatalog)
                            .with(HeaderRule.NONE),
                    InteractiveKind.of("location_request_message", Questions::location)
                            .with(HeaderRule.NONE)
                            .withoutFooter(),
                    InteractiveKind.of("address_message", Questions::address).withOptionalBody(),
                    InteractiveKind.of("contact_request", Questions::contact)
                            .with(HeaderRule.NONE)
                            .withOptionalBody(),
                    InteractiveKind.of("carousel", Carousel::check)
                            .with(HeaderRule.NONE)
                            .withoutFooter(),
                    InteractiveKind.of("voice_call", Calls::button)
                            .with(HeaderRule.NONE)
                            .withOptionalBody(),
                    InteractiveKind.of("call_permission_request", Calls::permission)
                            .with(HeaderRule.NONE)
                            .withOptionalBody(),
                    InteractiveKind.of("order_details", Orders::details).withOptionalBody(),
                    InteractiveKind.of("order_status", Orders::status).withOptionalBody())
            .collect(Collectors.toUnmodifiableMap(InteractiveKind::name, Function.identity()));

    private InteractiveKinds() {}
}
