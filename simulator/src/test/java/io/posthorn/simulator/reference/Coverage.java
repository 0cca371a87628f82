package io.posthorn.simulator.reference;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The items, the tests that show them, and why some are not shown.
 *
 * @param reasons by id of the item
 */
record Coverage(List<ReferenceItem> items, Map<String, List<String>> tests, Map<String, String> reasons) {

    static Coverage read() throws IOException {
        var reasons =
                Csv.read("simulator-unsupported.csv").stream().collect(Collectors.toMap(List::getFirst, List::getLast));
        return new Coverage(ReferenceItem.all(), Evidence.byItem(), reasons);
    }

    Map<String, List<ReferenceItem>> bySection() {
        return items.stream()
                .collect(Collectors.groupingBy(ReferenceItem::section, LinkedHashMap::new, Collectors.toList()));
    }

    boolean isShown(ReferenceItem item) {
        return tests.containsKey(item.id());
    }

    boolean isExplained(ReferenceItem item) {
        return reasons.containsKey(item.id());
    }

    List<String> ids(Predicate<ReferenceItem> wanted) {
        return items.stream().filter(wanted).map(ReferenceItem::id).toList();
    }

    double percentShown() {
        return 100.0 * ids(this::isShown).size() / items.size();
    }
}
