package io.posthorn.media.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Word and Excel since 2007: a ZIP with a known part in it. Its directory stands at the end, and nothing is unpacked. */
final class ZipOfficeFile {
    private ZipOfficeFile() {}

    static MediaType read(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            var type = type(zip);
            if (zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
                throw FormatProblems.refused("Documents with macros are not taken");
            }
            return type;
        } catch (ZipException | EOFException | IllegalArgumentException cutOff) {
            throw FormatProblems.incomplete("document");
        }
    }

    private static MediaType type(ZipFile zip) {
        if (zip.getEntry("[Content_Types].xml") != null) {
            if (zip.getEntry("word/document.xml") != null) {
                return MediaType.DOCX;
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return MediaType.XLSX;
            }
        }
        throw FormatProblems.refused("Of archives Word and Excel documents are taken; these bytes are neither");
    }
}
