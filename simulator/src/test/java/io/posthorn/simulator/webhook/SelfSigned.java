package io.posthorn.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.PfxOptions;
import java.nio.file.Path;

/** A certificate for localhost that nobody has signed. */
final class SelfSigned {
    private SelfSigned() {}

    static PfxOptions certificate(Path folder) throws Exception {
        var store = folder.resolve("own.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(store.resolveSibling("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(made).isZero();
        return new PfxOptions().setPath(store.toString()).setPassword("changeit");
    }
}
