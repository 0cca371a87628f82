package io.posthorn.messaging.receiving;

import java.util.ArrayList;
import java.util.List;

/** What came in for one workspace, in the order of the journal. */
record Batch(List<RoutedMessage> messages, List<RoutedStatus> statuses, List<RoutedTemplateReport> templates) {
    Batch() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
