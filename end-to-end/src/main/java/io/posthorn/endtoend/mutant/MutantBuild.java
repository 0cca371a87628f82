package io.posthorn.endtoend.mutant;

import io.posthorn.devstack.stack.Part;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ConstantDescs;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An installation in which one service is a mutant and everything else is what was built. */
final class MutantBuild {
    private static final String BUILT = "target/quarkus-app";
    /** Classes that Quarkus has changed while building stand here, and hide those of the other jars. */
    private static final String CHANGED_BY_QUARKUS = "quarkus/transformed-bytecode.jar";

    private final Path root;
    private final Mutant mutant;

    MutantBuild(Path root, Mutant mutant) {
        this.root = root;
        this.mutant = mutant;
    }

    Map<String, byte[]> compiled(Path work) throws IOException {
        return Compilation.of(mutant.patch(root).applied(root), builtService(), work);
    }

    /** Answers with the folder that can be started from. */
    Path install(Path work) throws IOException {
        delete(work);
        var compiled = compiled(work);
        var installation = Files.createDirectories(work.resolve("installation"));
        for (var part : Part.ours()) {
            if (part != mutant.part()) {
                Files.createSymbolicLink(installation.resolve(part.label()), root.resolve(part.label()));
            }
        }
        var service = installation.resolve(mutant.part().label()).resolve(BUILT);
        copy(builtService(), service);
        for (var type : compiled.entrySet()) {
            replace(service, type.getKey(), type.getValue());
        }
        return installation;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (var path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Path builtService() {
        return root.resolve(mutant.part().label()).resolve(BUILT);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> content = Files.walk(from)) {
            for (var path : content.toList()) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static void replace(Path service, String name, byte[] compiled) throws IOException {
        for (var jar : jars(service)) {
            try (var content = FileSystems.newFileSystem(jar)) {
                var entry = content.getPath(name);
                if (Files.exists(entry)) {
                    Files.write(entry, fit(compiled, Files.readAllBytes(entry)));
                    return;
                }
            }
        }
        throw new IllegalStateException("No jar of %s holds %s".formatted(service, name));
    }

    private static List<Path> jars(Path service) throws IOException {
        try (Stream<Path> libraries = Files.list(service.resolve("lib/main"));
                Stream<Path> application = Files.list(service.resolve("app"))) {
            return Stream.concat(
                            Stream.of(service.resolve(CHANGED_BY_QUARKUS)),
                            Stream.concat(
                                    libraries.filter(
                                            jar -> jar.getFileName().toString().startsWith("io.posthorn.")),
                                    application))
                    .toList();
        }
    }

    /** Quarkus gives beans the constructor that their proxies need. */
    private static byte[] fit(byte[] compiled, byte[] built) {
        var ours = ClassFile.of().parse(compiled);
        var added = constructor(ClassFile.of().parse(built))
                .filter(method -> constructor(ours).isEmpty());
        if (added.isEmpty()) {
            return compiled;
        }
        var parent = ours.superclass().orElseThrow().asSymbol();
        return ClassFile.of()
                .transformClass(
                        ours,
                        ClassTransform.endHandler(type -> type.withMethodBody(
                                ConstantDescs.INIT_NAME,
                                ConstantDescs.MTD_void,
                                added.get().flags().flagsMask(),
                                code -> code.aload(0)
                                        .invokespecial(parent, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                        .return_())));
    }

    private static Optional<MethodModel> constructor(ClassModel type) {
        return type.methods().stream()
                .filter(method -> method.methodName().equalsString(ConstantDescs.INIT_NAME)
                        && method.methodTypeSymbol().equals(ConstantDescs.MTD_void))
                .findFirst();
    }
}
