package io.posthorn.kit;

import io.posthorn.kit.tenant.TenantKey;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.util.UUID;

/** Something to store, for the kit's own tests. */
@Entity
public class Note {
    @EmbeddedId
    TenantKey key;

    String text;
    long version;

    protected Note() {}

    static Note of(UUID workspaceId, UUID id, String text) {
        var note = new Note();
        note.key = new TenantKey(workspaceId, id);
        note.text = text;
        return note;
    }
}
