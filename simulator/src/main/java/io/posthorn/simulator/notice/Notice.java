package io.posthorn.simulator.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.customer.NamedCustomer;

/**
 * A notice as it is asked for; all but the field has usual values.
 *
 * @param customer whom it is about, where it is about one
 * @param value merged over the usual value; null takes something out
 * @param unchecked lets values pass that Meta does not know
 * @param dashboardTest as the "Test" button of Meta's dashboard sends it: at once, whoever is subscribed
 */
record Notice(
        String field,
        String event,
        String phoneNumberId,
        String wabaId,
        String customer,
        ObjectNode value,
        Boolean unchecked,
        Boolean dashboardTest) {
    private static final String SOMEONE = "15550002000";

    Notice {
        unchecked = unchecked != null && unchecked;
        dashboardTest = dashboardTest != null && dashboardTest;
    }

    String digits() {
        return customer == null ? SOMEONE : NamedCustomer.digits(customer);
    }
}
