package io.posthorn.simulator.reference;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which tests show which items: what the {@link Shows} of all compiled tests say. */
final class Evidence {
    private static final String SUFFIX = ".class";

    private Evidence() {}

    static Map<String, List<String>> byItem() throws IOException {
        var tests = new TreeMap<String, List<String>>();
        for (var method : methods()) {
            var name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
            Arrays.stream(method.getAnnotation(Shows.class).value())
                    .forEach(id ->
                            tests.computeIfAbsent(id, none -> new ArrayList<>()).add(name));
        }
        tests.values().forEach(names -> names.sort(null));
        return tests;
    }

    private static List<Method> methods() throws IOException {
        var root = compiledTests();
        try (var files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.matches(".*(Test|IT)" + SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .flatMap(Evidence::annotated)
                    .toList();
        }
    }

    private static Stream<Method> annotated(String name) {
        try {
            var type = Class.forName(name, false, Evidence.class.getClassLoader());
            return Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(Shows.class));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path compiledTests() {
        try {
            return Path.of(Evidence.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
