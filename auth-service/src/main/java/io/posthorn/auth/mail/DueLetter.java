package io.posthorn.auth.mail;

import java.util.UUID;

/** @param tries this one included */
record DueLetter(UUID workspaceId, UUID id, byte[] sealed, int tries) {
    @Override
    public String toString() {
        return "DueLetter[%s]".formatted(id);
    }
}
