package io.posthorn.template.exchange;

import io.posthorn.kit.problem.ProblemException;
import io.posthorn.kit.problem.Violation;
import io.posthorn.template.form.TemplateForm;
import io.posthorn.template.template.TemplateDraft;
import io.posthorn.template.template.TemplateProblems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The drafts of a folder. Every fault of every file is told at once; its place is the file and the pointer inside of it. */
final class Imported {
    private static final int MOST_FAULTS = 200;

    private Imported() {}

    static List<TemplateDraft> drafts(List<TemplateFile> files) {
        var drafts = new ArrayList<TemplateDraft>();
        var faults = new ArrayList<Violation>();
        var seen = new HashSet<String>();
        for (var file : files) {
            var document = file.document();
            if (document == null) {
                faults.add(new Violation(file.path(), "malformed", "This is not a JSON object"));
                continue;
            }
            var form = TemplateForm.of(document);
            var refusals = form.refusals();
            refusals.forEach(refusal -> faults.add(
                    new Violation(file.path() + "#" + refusal.pointer(), refusal.code(), refusal.message())));
            if (refusals.isEmpty()) {
                var draft = TemplateDraft.of(form);
                if (seen.add(draft.name() + "/" + draft.language())) {
                    drafts.add(draft);
                } else {
                    faults.add(
                            new Violation(file.path(), "template_exists", "Another file has this name and language"));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    TemplateProblems.INVALID,
                    "%d rule(s) of WhatsApp are broken".formatted(faults.size()),
                    faults.stream().limit(MOST_FAULTS).toList());
        }
        return drafts;
    }
}
