package io.posthorn.media.provider;

/** What stands for an uploaded example in a template. */
record HandleView(String handle) {}
