package io.posthorn.endtoend.configuration;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import io.posthorn.endtoend.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;

/** Finds {@code @ConfigMapping} interfaces and {@code @ConfigProperty} in the sources of all modules, by the compiler's parser. */
final class SourceCode extends TreeScanner<Void, Void> {
    private final List<Setting> settings = new ArrayList<>();
    private final Map<String, ClassTree> types = new HashMap<>();

    static List<Setting> settings() {
        var code = new SourceCode();
        parse().forEach(unit -> {
            code.types.clear();
            code.scan(unit, null);
        });
        return code.settings;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .forEach(nested -> types.put(nested.getSimpleName().toString(), nested));
        argument(type.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                .ifPresent(prefix -> addMapping(prefix, type));
        return super.visitClass(type, nothing);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        var annotations = variable.getModifiers().getAnnotations();
        argument(annotations, "ConfigProperty", "name")
                .filter(name -> name.startsWith("posthorn."))
                .ifPresent(name ->
                        settings.add(new Setting(name, argument(annotations, "ConfigProperty", "defaultValue"))));
        return super.visitVariable(variable, nothing);
    }

    private void addMapping(String prefix, ClassTree type) {
        for (var member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                addMember(prefix, method);
            }
        }
    }

    private void addMember(String prefix, MethodTree method) {
        var annotations = method.getModifiers().getAnnotations();
        var isParent = annotations.stream()
                .anyMatch(one -> one.getAnnotationType().toString().equals("WithParentName"));
        var name = isParent
                ? prefix
                : prefix + "."
                        + argument(annotations, "WithName", "value")
                                .orElseGet(() -> kebab(method.getName().toString()));
        var type = method.getReturnType().toString();
        var isMap = type.startsWith("Map<");
        var nested = types.get(isMap ? type.replaceAll("Map<String, (.*)>", "$1") : type);
        var path = isMap ? name + ".<name>" : name;
        if (nested != null && nested.getKind() == com.sun.source.tree.Tree.Kind.INTERFACE) {
            addMapping(path, nested);
        } else {
            settings.add(new Setting(path, argument(annotations, "WithDefault", "value")));
        }
    }

    /** Empty when the annotation or its argument is not there; anything but a text in its place is a mistake. */
    private static Optional<String> argument(
            List<? extends AnnotationTree> annotations, String annotation, String argument) {
        return annotations.stream()
                .filter(one -> one.getAnnotationType().toString().endsWith(annotation))
                .flatMap(one -> one.getArguments().stream())
                .map(one -> value(one, argument))
                .flatMap(Optional::stream)
                .map(value -> ((LiteralTree) value).getValue().toString())
                .findFirst();
    }

    private static Optional<ExpressionTree> value(ExpressionTree given, String argument) {
        if (given instanceof AssignmentTree assignment) {
            return assignment.getVariable().toString().equals(argument)
                    ? Optional.of(assignment.getExpression())
                    : Optional.empty();
        }
        return argument.equals("value") ? Optional.of(given) : Optional.empty();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Iterable<? extends CompilationUnitTree> parse() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var files = Repository.files(SourceCode::readsSettings).stream()
                    .map(Repository.ROOT::resolve)
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            return task.parse();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean readsSettings(Path file) {
        return file.toString().matches(".*src/main/java/.*\\.java")
                && Repository.read(Repository.ROOT.resolve(file)).contains("@Config");
    }
}
