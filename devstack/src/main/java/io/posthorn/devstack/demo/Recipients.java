package io.posthorn.devstack.demo;

import io.posthorn.devstack.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the list of recipients: CSV with a header, as spreadsheets write it. */
final class Recipients {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private Recipients() {}

    static List<Recipient> read(Path file) {
        try (var rows = FORMAT.parse(Files.newBufferedReader(file))) {
            return rows.stream().map(Recipients::recipient).toList();
        } catch (IOException | IllegalArgumentException wrong) {
            throw new StartFailure("%s cannot be read: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    private static Recipient recipient(CSVRecord row) {
        return new Recipient(
                row.getRecordNumber() + 1, row.get("name"), row.get("phone"), row.get("order"), row.get("pickup"));
    }
}
