package io.posthorn.media.media;

/**
 * What must be equal when an upload is repeated under one key. The hash stands for the bytes, so it can be compared once they
 * all came in; until then nothing but a temporary file exists.
 */
record UploadedFile(String sha256, String fileName, String declaredType) {}
