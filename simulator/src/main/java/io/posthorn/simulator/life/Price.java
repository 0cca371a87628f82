package io.posthorn.simulator.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.customer.Customers;
import io.posthorn.simulator.message.SentMessage;
import io.posthorn.simulator.world.World;

/**
 * What a message costs. Replies cost nothing, utility templates neither while the customer's window is open, and nothing
 * does after a customer came by an ad.
 *
 * @param type {@code regular}, or why it is free
 */
record Price(String category, String type) {
    private static final String REGULAR = "regular";
    private static final String BY_AD = "free_entry_point";

    static Price of(World world, SentMessage message) {
        var category = message.composition().category();
        var told = world.settings().webhooks().priceCategories().getOrDefault(category, category);
        return new Price(named(message, told), type(world, message, category));
    }

    private static String named(SentMessage message, String category) {
        if (message.outgoing().isMarketing()) {
            return "marketing_lite";
        }
        return message.outgoing().recipient().isGroup() ? "group_" + category : category;
    }

    boolean isByAd() {
        return type.equals(BY_AD);
    }

    /** As {@code conversation.origin} names it. */
    String origin() {
        return isByAd() ? "referral_conversion" : category;
    }

    ObjectNode addTo(ObjectNode status) {
        status.putObject("pricing")
                .put("billable", type.equals(REGULAR))
                .put("pricing_model", "PMP")
                .put("type", type)
                .put("category", category);
        return status;
    }

    private static String type(World world, SentMessage message, String category) {
        var customers = Customers.of(world);
        if (customers.isFreeEntryOpen(message.phoneNumberId(), message.customer())) {
            return BY_AD;
        }
        var isFree = category.equals("service")
                || category.equals("utility") && customers.isWindowOpen(message.phoneNumberId(), message.customer());
        return isFree ? "free_customer_service" : REGULAR;
    }
}
