package io.posthorn.simulator.directory;

public enum TokenType {
    USER,
    SYSTEM_USER,
    APP
}
