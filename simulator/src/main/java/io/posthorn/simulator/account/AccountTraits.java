package io.posthorn.simulator.account;

/** What can be changed about an account beside its numbers. */
record AccountTraits(String name, String timezoneId) {}
