package io.posthorn.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A small picture of one colour, for customers who are to send just any. */
public final class SamplePicture {
    private static final int SIDE = 64;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] EIGHT_BIT_RGB = {8, 2, 0, 0, 0};

    private SamplePicture() {}

    /** @param hue in degrees */
    public static byte[] png(int hue) {
        var picture = new ByteArrayOutputStream();
        picture.writeBytes(SIGNATURE);
        var header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE).put(EIGHT_BIT_RGB);
        writeChunk(picture, "IHDR", header.array());
        writeChunk(picture, "IDAT", deflated(pixels(hue)));
        writeChunk(picture, "IEND", new byte[0]);
        return picture.toByteArray();
    }

    /** Each line begins with the number of its filter, here none. */
    private static byte[] pixels(int hue) {
        var pixels = ByteBuffer.allocate(SIDE * (1 + 3 * SIDE));
        for (var line = 0; line < SIDE; line++) {
            pixels.put((byte) 0);
            for (var column = 0; column < SIDE; column++) {
                pixels.put(share(hue)).put(share(hue + 240)).put(share(hue + 120));
            }
        }
        return pixels.array();
    }

    /** How strong a colour is at this distance from it. */
    private static byte share(int degrees) {
        var distance = Math.abs(degrees % 360 - 180);
        return (byte) Math.clamp(Math.round((distance - 60) * 255 / 60.0), 0, 255);
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        var buffer = new byte[bytes.length];
        var length = deflater.deflate(buffer);
        deflater.end();
        return ByteBuffer.allocate(length).put(buffer, 0, length).array();
    }

    private static void writeChunk(ByteArrayOutputStream picture, String type, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var check = new CRC32();
        check.update(named);
        picture.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        picture.writeBytes(named);
        picture.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
