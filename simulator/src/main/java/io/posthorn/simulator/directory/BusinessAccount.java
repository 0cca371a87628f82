package io.posthorn.simulator.directory;

/** A WhatsApp business account, "WABA" to Meta. */
public record BusinessAccount(String id, String name) {}
