package io.posthorn.media.media;

import io.posthorn.media.storage.StorageKey;

/** A received file in its place. */
record KeptFile(ReceivedFile received, StorageKey storage) {}
