package jo.sawt.channels.email;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Outlook's own envelope (winmail.dat): its plain text and the names of the files in it. A row of attributes, each with its
 * level, id, length, bytes and checksum (MS-OXTNEF 2.1); what is cut off is read as far as it goes.
 */
record Tnef(String text, List<Enclosed> files) {
    private static final int SIGNATURE = 0x223E9F78;
    private static final int BODY = 0x0002800C;
    private static final int FILE = 0x00018010;
    private static final int DATA = 0x0006800F;
    private static final int PROPERTIES = 0x00069003;
    private static final int BODY_PROPERTY = 0x1000;
    private static final int TEXT8 = 0x001E;
    private static final int TEXT16 = 0x001F;
    private static final int MOST = 100;

    Tnef {
        files = List.copyOf(files);
    }

    static Tnef parse(byte[] bytes) {
        Found found = new Found();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            if (in.getInt() == SIGNATURE) {
                in.getShort();
                while (in.remaining() > 9 && found.names.size() < MOST) {
                    in.get();
                    attribute(in, found);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // cut off or made up: what was read so far stands
        }
        return new Tnef(found.text.toString().strip(), found.files());
    }

    private static void attribute(ByteBuffer in, Found found) {
        int id = in.getInt();
        byte[] value = new byte[Math.clamp(in.getInt(), 0, in.remaining())];
        in.get(value);
        switch (id) {
            case BODY -> found.text.append(MailCharset.decode(trimmed(value), Optional.empty()));
            case FILE -> found.names.add(MailCharset.decode(trimmed(value), Optional.empty()));
            case DATA -> found.contents.add(value);
            case PROPERTIES -> {
                if (found.text.isEmpty()) {
                    found.text.append(body(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN)));
                }
            }
            default -> {}
        }
        in.getShort();
    }

    /** What was read so far; the names and the bytes of the files come in the same order. */
    private static final class Found {
        private final StringBuilder text = new StringBuilder();
        private final List<String> names = new ArrayList<>();
        private final List<byte[]> contents = new ArrayList<>();

        List<Enclosed> files() {
            List<Enclosed> files = new ArrayList<>();
            for (int i = 0; i < Math.max(names.size(), contents.size()); i++) {
                files.add(Enclosed.of(
                        i < names.size() ? names.get(i) : "file",
                        "application/octet-stream",
                        i < contents.size() ? contents.get(i) : new byte[0]));
            }
            return files;
        }
    }

    /** The text among the properties of the message, where all before it are of known length. */
    private static String body(ByteBuffer in) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            int type = in.getShort() & 0xFFFF;
            int name = in.getShort() & 0xFFFF;
            if (name >= 0x8000) {
                skipName(in);
            }
            Optional<byte[]> value = value(in, type);
            if (value.isEmpty()) {
                return "";
            }
            if (name == BODY_PROPERTY) {
                return type == TEXT16
                        ? new String(value.get(), StandardCharsets.UTF_16LE).replace("\0", "")
                        : MailCharset.decode(trimmed(value.get()), Optional.empty());
            }
        }
        return "";
    }

    private static void skipName(ByteBuffer in) {
        in.position(in.position() + 16);
        int kind = in.getInt();
        int length = in.getInt();
        if (kind == 1) {
            in.position(in.position() + padded(length));
        }
    }

    private static Optional<byte[]> value(ByteBuffer in, int type) {
        return switch (type) {
            case 0x0002, 0x0003, 0x0004, 0x000A, 0x000B -> Optional.of(bytes(in, 4));
            case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> Optional.of(bytes(in, 8));
            case 0x0048 -> Optional.of(bytes(in, 16));
            case TEXT8, TEXT16, 0x0102, 0x000D -> {
                byte[] last = {};
                for (int n = in.getInt(); n > 0; n--) {
                    int length = in.getInt();
                    last = bytes(in, length);
                    in.position(in.position() + padded(length) - length);
                }
                yield Optional.of(last);
            }
            default -> Optional.empty();
        };
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[Math.clamp(length, 0, in.remaining())];
        in.get(bytes);
        return bytes;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] trimmed(byte[] value) {
        int end = value.length;
        while (end > 0 && value[end - 1] == 0) {
            end--;
        }
        return java.util.Arrays.copyOf(value, end);
    }
}
