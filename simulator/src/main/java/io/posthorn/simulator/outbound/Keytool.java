package io.posthorn.simulator.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Java's own tool for certificates, which Java offers as a program only. Its store is deleted at the end. */
final class Keytool implements AutoCloseable {
    private static final String PASSWORD = "STORE_PASSWORD";
    private static final int MINUTES = 2;
    private static final List<String> USUAL = List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-startdate",
            "-1d",
            "-validity",
            "3650",
            "-storetype",
            "PKCS12",
            "-storepass:env",
            PASSWORD);

    private final Path folder;
    private final Path store;
    private final String password;

    private Keytool(Path folder, String password) {
        this.folder = folder;
        this.store = folder.resolve("store.p12");
        this.password = password;
    }

    static Keytool open(String password) throws IOException {
        return new Keytool(Files.createTempDirectory("certificates"), password);
    }

    /** Makes a key pair with its certificate; {@code options} are those of {@code -genkeypair}. */
    void make(String alias, String name, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(USUAL);
        command.addAll(List.of("-keystore", store.toString(), "-alias", alias, "-dname", "CN=" + name));
        command.addAll(List.of(options));
        run(new ProcessBuilder(command));
    }

    private void run(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // agents and debuggers are not meant for it
        builder.environment().put(PASSWORD, password);
        var process = builder.redirectErrorStream(true).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("keytool did not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException("keytool failed: " + output(process.getInputStream()));
        }
    }

    private static String output(InputStream stream) throws IOException {
        return new String(stream.readNBytes(500), StandardCharsets.UTF_8).strip();
    }

    KeyStore load() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), password.toCharArray());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(store);
        Files.delete(folder);
    }
}
