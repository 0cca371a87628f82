package io.posthorn.simulator.template;

enum TemplateCategory {
    AUTHENTICATION,
    MARKETING,
    UTILITY
}
