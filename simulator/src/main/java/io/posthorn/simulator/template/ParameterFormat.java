package io.posthorn.simulator.template;

/** How a template names its variables. */
public enum ParameterFormat {
    POSITIONAL,
    NAMED
}
