package io.posthorn.devstack.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A real but tiny process in the place of each of ours: it is ready at once, or dies, or never gets ready, as told. */
public final class StandIn {
    private StandIn() {}

    /** An installation in which every module is built, as far as a stack can see. */
    public static Path installation(Path folder) throws IOException {
        for (Part part : Part.ours()) {
            var jar = part.jar(folder);
            Files.createDirectories(jar.getParent());
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
            try (var output = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                var name = StandIn.class.getName().replace('.', '/') + ".class";
                output.putNextEntry(new JarEntry(name));
                try (var content = StandIn.class.getClassLoader().getResourceAsStream(name)) {
                    content.transferTo(output);
                }
            }
        }
        return folder;
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(System.getenv("PORT"));
        System.out.println("stand-in on port " + port);
        if (("" + port).equals(System.getenv("STAND_IN_DIES"))) {
            System.out.println("{\"level\":\"INFO\",\"message\":\"\\\"level\\\":\\\"ERROR\\\"\"}");
            System.out.println("{\"level\":\"ERROR\",\"message\":\"in production\"}");
            System.out.println("2026-01-01 00:00:00,000 ERROR [stand.in] the moon is in the wrong house");
            System.exit(42);
        }
        if (("" + port).equals(System.getenv("STAND_IN_HANGS"))) {
            Thread.currentThread().join();
        }
        var server = listen(port);
        server.createContext("/environment", exchange -> {
            var text = System.getenv().toString().getBytes();
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        if (System.getenv("MANAGEMENT_PORT") != null) {
            listen(Integer.parseInt(System.getenv("MANAGEMENT_PORT"))).start();
        }
    }

    private static HttpServer listen(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        return server;
    }
}
