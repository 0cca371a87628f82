package io.posthorn.devstack;

import io.posthorn.devstack.stack.StackSecrets;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the secrets; those that are there already stay. */
@Command(name = "init", description = "Generate secrets")
final class InitCommand implements Callable<Integer> {
    @Mixin
    private Places places;

    @Override
    public Integer call() {
        var file = StackSecrets.file(places.home());
        boolean existed = Files.exists(file);
        StackSecrets.loadOrCreate(places.home());
        System.out.println(
                existed
                        ? "Secrets are in " + file + " (unchanged)."
                        : "Generated secrets in " + file + ". Keep them safe.");
        return 0;
    }
}
