package io.posthorn.media.media;

/** What must be equal when an upload is repeated under one key. */
record UploadedFile(String sha256, String mimeType, String fileName) {}
