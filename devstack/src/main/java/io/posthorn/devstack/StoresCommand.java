package io.posthorn.devstack;

import io.posthorn.devstack.process.Together;
import io.posthorn.devstack.store.DatabaseProvisioner.Administrator;
import io.posthorn.devstack.store.Secrets;
import io.posthorn.devstack.store.StoreSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Throw-away stores for one run of the tests; the file with their addresses appears when all of them are ready. */
@Command(name = "stores", description = "Start empty stores for tests and stay until asked to end")
final class StoresCommand implements Callable<Integer> {
    @Option(names = "--folder", required = true, description = "An empty folder for their data")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        var stores = new StoreSet(folder.toAbsolutePath(), Secrets.text());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stores), "stop"));
        var addresses = new Properties();
        Together.run(List.of(
                () -> addresses.setProperty("kafka.bootstrap-servers", stores.startKafka()),
                () -> addresses.setProperty("redis.url", stores.startRedis()),
                () -> addPostgres(addresses, stores.startPostgres())));
        write(addresses);
        Thread.currentThread().join();
        return 0;
    }

    private static void addPostgres(Properties addresses, Administrator administrator) {
        addresses.setProperty("postgres.url", administrator.url());
        addresses.setProperty("postgres.user", administrator.user());
        addresses.setProperty("postgres.password", administrator.password());
    }

    private void write(Properties addresses) throws IOException {
        var partial = folder.resolve("stores.properties.partial");
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(partial)) {
            addresses.store(writer, null);
        }
        Files.move(partial, folder.resolve("stores.properties"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void close(StoreSet stores) {
        try {
            stores.close();
        } catch (Exception failure) {
            System.err.println("Test stores did not stop cleanly: " + failure);
        }
    }
}
