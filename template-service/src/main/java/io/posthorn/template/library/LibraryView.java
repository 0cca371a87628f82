package io.posthorn.template.library;

import java.util.List;

/** Templates that come with the service. */
record LibraryView(List<LibraryTemplate> data) {}
