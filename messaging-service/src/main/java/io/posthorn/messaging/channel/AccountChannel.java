package io.posthorn.messaging.channel;

/** A channel on an account; its workspace knows the secret of the app that signed. */
public record AccountChannel(Account account, Channel channel) {}
