package io.posthorn.devstack.backup;

import io.posthorn.devstack.stack.Part;
import java.util.Arrays;
import java.util.List;

/** The schemas of an installation. */
final class Schemas {
    static final List<String> ALL =
            Arrays.stream(Part.values()).flatMap(part -> part.schema().stream()).toList();

    private Schemas() {}
}
