package io.posthorn.auth.sample;

/** A class of another service, for {@code HouseRulesTest}. */
public final class Session {}
