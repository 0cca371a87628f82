package io.posthorn.template.exchange;

import io.posthorn.kit.problem.CommonProblems;
import io.posthorn.kit.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A folder of template files as one ZIP; the same files make the same bytes. */
final class Folder {
    static final int MOST_FILES = 6_000; // as many as Meta lets an account have
    private static final int LARGEST_FILE = 256 * 1024;
    private static final int LARGEST_FOLDER = 16 * 1024 * 1024;
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

    private Folder() {}

    static byte[] packed(List<TemplateFile> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files.stream()
                    .sorted(Comparator.comparing(TemplateFile::path))
                    .toList()) {
                var entry = new ZipEntry(file.path());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Whatever it claims of itself, it is read no further than the limits. */
    static List<TemplateFile> unpacked(byte[] bytes) {
        var files = new ArrayList<TemplateFile>();
        var left = LARGEST_FOLDER;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || !entry.getName().endsWith(".json")) {
                    continue;
                }
                var content = zip.readNBytes(LARGEST_FILE + 1);
                left -= content.length;
                if (content.length > LARGEST_FILE || left < 0 || files.size() == MOST_FILES) {
                    throw new ProblemException(
                            CommonProblems.TOO_LARGE,
                            "A folder has at most %d files of at most %d KiB"
                                    .formatted(MOST_FILES, LARGEST_FILE / 1024));
                }
                files.add(new TemplateFile(entry.getName(), content));
            }
        } catch (IOException | IllegalArgumentException malformed) {
            throw new ProblemException(CommonProblems.MALFORMED, "This is not a ZIP file", malformed);
        }
        if (files.isEmpty()) {
            throw new ProblemException(CommonProblems.MALFORMED, "The ZIP file has no file that ends with .json");
        }
        return files;
    }
}
