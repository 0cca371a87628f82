package io.posthorn.template.submission;

/** How many templates Meta was asked about, and how many of them had changed. */
record SyncView(int checked, int changed) {}
