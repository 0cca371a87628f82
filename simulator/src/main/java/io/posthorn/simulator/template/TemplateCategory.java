package io.posthorn.simulator.template;

public enum TemplateCategory {
    AUTHENTICATION,
    MARKETING,
    UTILITY
}
