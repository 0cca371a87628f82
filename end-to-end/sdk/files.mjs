// The smallest files that are what they say.
const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));

export const files = {
    "image/png": Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        "base64",
    ),
    "audio/mpeg": bytes("ID3", Buffer.from([3, 0, 0, 0, 0, 0, 0]), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)),
    "video/mp4": bytes(Buffer.from([0, 0, 0, 24]), "ftypisom", Buffer.from([0, 0, 2, 0]), "isomiso2", Buffer.alloc(32)),
    "application/pdf": bytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
    // The header of a lossless picture of 512 by 512 pixels, as stickers have to be
    "image/webp": bytes("RIFF", Buffer.from([26, 0, 0, 0]), "WEBPVP8L", Buffer.from([13, 0, 0, 0, 0x2f, 0xff, 0xc1, 0x7f, 0]), Buffer.alloc(9)),
};
