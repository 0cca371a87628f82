package io.posthorn.endtoend.deployment;

import io.posthorn.devstack.stack.JvmSettings;
import io.posthorn.devstack.stack.Part;
import java.util.List;

/** The six services and what devstack knows of them. */
final class Suite {
    static final List<Part> SERVICES =
            List.of(Part.AUTH, Part.MESSAGING, Part.MEDIA, Part.TEMPLATE, Part.ADMIN, Part.GATEWAY);

    private Suite() {}

    static String heap(Part part) {
        return JvmSettings.of(part).stream()
                .filter(setting -> setting.startsWith("-Xmx"))
                .findFirst()
                .orElseThrow();
    }

    static List<String> settingsBesideTheHeap(Part part) {
        return JvmSettings.of(part).stream()
                .filter(setting -> !setting.startsWith("-Xmx"))
                .toList();
    }
}
