package io.posthorn.template.builder.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a text shorter without inventing a word: what says least goes first, what holds a variable stays longest. */
final class Shortening {
    private static final List<String> FILLERS = List.of(
            "(?i)\\b(?:very|really|just|simply|kindly|please note that|we would like to inform you that|we are pleased to inform you that"
                    + "|we wanted to let you know that|as soon as possible)\\b\\s*",
            "(?i)\\b(?:muy|realmente|simplemente|queremos informarle que|queremos informarte que|nos complace informarle que"
                    + "|le informamos que|te informamos que)\\b\\s*",
            "(?i)\\b(?:muito|realmente|simplesmente|gostaríamos de informar que|temos o prazer de informar que|informamos que)\\b\\s*");

    private Shortening() {}

    static String of(String text) {
        var lean = text;
        for (var filler : FILLERS) {
            lean = lean.replaceAll(filler, "");
        }
        lean = lean.replaceAll("(?m)^ +| +$", "").replaceAll("\\n{2,}", "\n");
        if (lean.length() <= text.length() * 4 / 5) {
            return lean;
        }
        var sentences = new ArrayList<>(Arrays.asList(lean.split("(?<=[.!?。！？؟])\\s+")));
        if (sentences.size() < 2) {
            return lean;
        }
        for (var index = sentences.size() - 1; index > 0; index--) {
            if (!Variables.ANY.matcher(sentences.get(index)).find()) {
                sentences.remove(index);
                break;
            }
        }
        return sentences.stream().collect(Collectors.joining(" "));
    }
}
