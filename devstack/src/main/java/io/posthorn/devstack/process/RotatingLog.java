package io.posthorn.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A log file that starts over at 10 MB and keeps its three predecessors as {@code .1} to {@code .3}. */
public final class RotatingLog implements AutoCloseable {
    static final int KEPT = 3;
    private static final int REMEMBERED_LINES = 200;

    private final Path file;
    private final long limit;
    private final Deque<String> recent = new ArrayDeque<>();
    private Writer writer;
    private long size;
    private boolean closed;

    public RotatingLog(Path file) {
        this(file, 10L << 20);
    }

    RotatingLog(Path file, long limit) {
        this.file = file;
        this.limit = limit;
        open();
    }

    /** Nothing after {@link #close}. */
    public synchronized void append(String line) {
        if (closed) {
            return;
        }
        try {
            if (size > limit) {
                rotate();
            }
            writer.write(line);
            writer.write('\n');
            writer.flush();
            size += line.length() + 1;
            recent.addLast(line);
            if (recent.size() > REMEMBERED_LINES) {
                recent.removeFirst();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was appended last through this object, oldest first. */
    public synchronized List<String> recent() {
        return List.copyOf(recent);
    }

    public Path file() {
        return file;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            writer.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void rotate() throws IOException {
        writer.close();
        for (int number = KEPT; number > 1; number--) {
            move(numbered(number - 1), numbered(number));
        }
        move(file, numbered(1));
        open();
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void open() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            size = Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }
}
