package io.posthorn.simulator.notice;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.posthorn.simulator.control.ControlProblem;
import io.posthorn.simulator.control.Json;
import io.posthorn.simulator.directory.BusinessNumber;
import io.posthorn.simulator.webhook.MessagesValue;
import io.posthorn.simulator.webhook.Update;
import io.posthorn.simulator.webhook.UpdateWatcher;
import io.posthorn.simulator.world.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Makes notices: the usual one of its field and event, changed by what is asked for. */
@ApplicationScoped
class Notices {
    private final Map<String, NoticeForm> forms = load();
    private final AtomicLong made = new AtomicLong();

    Update make(World world, BusinessNumber number, String wabaId, Notice wish) {
        var form = form(wish.field());
        var value = form.about() == NoticeForm.About.MESSAGES ? MessagesValue.begin(world, number.id()) : Json.object();
        value.setAll(Filling.of(world, number, wabaId, wish.digits()).fill(form.of(wish.event())));
        if (wish.value() != null) {
            Json.merge(value, wish.value());
        }
        if (!wish.unchecked()) {
            form.check(value);
        }
        return update(form, number, wabaId, wish, value);
    }

    private Update update(NoticeForm form, BusinessNumber number, String wabaId, Notice wish, ObjectNode value) {
        var subject = "notice " + made.incrementAndGet();
        return form.about() == NoticeForm.About.ACCOUNT
                ? Update.ofAccount(wish.field(), value, subject, wabaId)
                : new Update(wish.field(), value, subject, number.id(), wish.digits(), UpdateWatcher.NOBODY, wabaId);
    }

    private NoticeForm form(String field) {
        var form = field == null ? null : forms.get(field);
        if (form == null) {
            throw ControlProblem.refused("unknown_field", "field is one of " + String.join(", ", forms.keySet()));
        }
        return form;
    }

    private static Map<String, NoticeForm> load() {
        try (var forms = Notices.class.getResourceAsStream("/notices.json")) {
            return Json.MAPPER.readValue(forms, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
