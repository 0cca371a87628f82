package io.posthorn.simulator.group;

import java.util.List;

/**
 * A group that a number of the business opened.
 *
 * @param participants the customers in it, by their digits
 */
public record Group(String id, String phoneNumberId, List<String> participants) {}
