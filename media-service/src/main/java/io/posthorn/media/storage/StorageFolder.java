package io.posthorn.media.storage;

import java.util.UUID;

/** A folder of kept files of one workspace. */
public record StorageFolder(UUID workspaceId, String name) {}
