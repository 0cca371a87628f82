package io.posthorn.endtoend.mutant;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles patched sources against the jars that a built service runs with. */
final class Compilation {
    private static final String SOURCES = "src/main/java/";

    private Compilation() {}

    /** The class files by their names in a jar. */
    static Map<String, byte[]> of(Map<String, String> sources, Path quarkusApp, Path work) throws IOException {
        for (var source : sources.entrySet()) {
            var path = source.getKey();
            var file = work.resolve("sources").resolve(path.substring(path.indexOf(SOURCES) + SOURCES.length()));
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        var classes = Files.createDirectories(work.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options =
                    List.of("-proc:none", "-parameters", "-d", classes.toString(), "-classpath", classPath(quarkusApp));
            var units = files.getJavaFileObjectsFromPaths(files(work.resolve("sources")));
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new IllegalStateException("A mutant does not compile:\n" + messages);
            }
        }
        var compiled = new TreeMap<String, byte[]>();
        for (var file : files(classes)) {
            compiled.put(classes.relativize(file).toString(), Files.readAllBytes(file));
        }
        return compiled;
    }

    private static String classPath(Path quarkusApp) throws IOException {
        return files(quarkusApp).stream()
                .filter(file -> file.toString().endsWith(".jar") && !file.endsWith("quarkus-run.jar"))
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
