package io.posthorn.messaging.content;

/** One kind of message: what a client writes, and what Meta must get. */
public record TypeSample(String name, String type, String own, String metas) {}
