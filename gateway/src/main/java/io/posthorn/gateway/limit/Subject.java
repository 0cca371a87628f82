package io.posthorn.gateway.limit;

/** Whom a request is counted for: the workspace, or the network it comes from while nobody is logged in. */
public record Subject(String workspace, String network) {}
