package io.posthorn.simulator.template;

/** How a template names its variables. */
enum ParameterFormat {
    POSITIONAL,
    NAMED
}
