package io.posthorn.media.format;

import io.posthorn.media.format.FileInspector.IncompleteFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Word and Excel of before 2007: a file system in a file, whose directory names what is inside. */
final class OleFile {
    private static final int HEADER = 512;
    private static final int TABLES_IN_HEADER = 109;
    private static final int FREE = -1;
    private static final int ENTRY = 128;
    private static final int NAME_LENGTH = 64;

    private final ByteBuffer bytes;
    private final int sectorSize;

    private OleFile(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.sectorSize = 1 << (bytes.getShort(30) & 15);
        if (sectorSize < HEADER) {
            throw new IncompleteFile();
        }
    }

    static MediaType read(ByteBuffer bytes) {
        var file = new OleFile(bytes);
        var links = file.links();
        file.requireAllSectors(links);
        var names = file.names(links);
        if (names.contains("WordDocument")) {
            return MediaType.DOC;
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return MediaType.XLS;
        }
        throw FormatProblems.refused(
                "Of this family of files Word and Excel documents are taken; these bytes are neither");
    }

    /** For each sector the one that follows it. */
    private List<Integer> links() {
        var links = new ArrayList<Integer>();
        for (int table = 0; table < TABLES_IN_HEADER; table++) {
            int sector = bytes.getInt(76 + 4 * table);
            if (sector < 0) {
                break;
            }
            for (int at = 0; at < sectorSize; at += 4) {
                links.add(bytes.getInt(place(sector) + at));
            }
        }
        return links;
    }

    private void requireAllSectors(List<Integer> links) {
        int last = links.size() - 1;
        while (last >= 0 && links.get(last) == FREE) {
            last--;
        }
        if (last < 0 || place(last) + sectorSize > bytes.limit()) {
            throw new IncompleteFile();
        }
    }

    private List<String> names(List<Integer> links) {
        var names = new ArrayList<String>();
        int sector = bytes.getInt(48);
        for (int steps = 0; sector >= 0 && sector < links.size() && steps < links.size(); steps++) {
            for (int at = place(sector); at < place(sector) + sectorSize; at += ENTRY) {
                names.add(name(at));
            }
            sector = links.get(sector);
        }
        return names;
    }

    private String name(int entry) {
        int length = bytes.getShort(entry + NAME_LENGTH) - 2;
        var name = new byte[Math.clamp(length, 0, NAME_LENGTH)];
        bytes.get(entry, name);
        return new String(name, StandardCharsets.UTF_16LE);
    }

    private int place(int sector) {
        long place = (sector + 1L) * sectorSize;
        if (place > bytes.limit()) {
            throw new IncompleteFile();
        }
        return (int) place;
    }
}
