package io.posthorn.devstack.stack;

/** Where the services find their stores, as their environment names them. */
public record StoreAddresses(String database, String kafka, String redis) {}
