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
    "image/webp": bytes("RIFF", Buffer.from([26, 0, 0, 0]), "WEBPVP8L", Buffer.from([13, 0, 0, 0, 47, 0, 0, 0, 16, 7, 16, 17, 17, 136, 136, 254, 7, 0])),
};
