package jo.sawt.channels.email;

import jakarta.mail.MessagingException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.input.BoundedInputStream;

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
    /** Of a text and of the properties, in bytes; files are never read here. */
    private static final int LONGEST = 1 << 20;

    Tnef {
        files = List.copyOf(files);
    }

    /** Reads the source once; the bytes of a file are read from it anew when they are asked for. */
    static Tnef parse(Enclosed.Content source) {
        Found found = new Found(source);
        try (DataInputStream in = new DataInputStream(source.open())) {
            if (number(in) == SIGNATURE) {
                in.skipNBytes(Short.BYTES);
                long at = Integer.BYTES + Short.BYTES;
                while (found.isOpen() && in.read() >= 0) {
                    at = attribute(in, at, found);
                }
            }
        } catch (IOException | MessagingException | RuntimeException e) {
            // cut off or made up: what was read so far stands
        }
        return new Tnef(found.text.toString().strip(), found.files());
    }

    /** Where the next one begins. */
    private static long attribute(DataInputStream in, long at, Found found) throws IOException {
        int id = number(in);
        long length = Math.max(0, number(in));
        long begin = at + 1 + 2 * Integer.BYTES;
        boolean told = id == BODY || id == FILE || id == PROPERTIES;
        byte[] value = told ? in.readNBytes((int) Math.min(length, LONGEST)) : new byte[0];
        switch (id) {
            case BODY -> found.text.append(MailCharset.decode(trimmed(value), Optional.empty()));
            case FILE -> found.names.add(MailCharset.decode(trimmed(value), Optional.empty()));
            case DATA -> found.pieces.add(new Piece(begin, length));
            case PROPERTIES -> {
                if (found.text.isEmpty()) {
                    found.text.append(body(ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN)));
                }
            }
            default -> {}
        }
        in.skipNBytes(length - value.length + Short.BYTES);
        return begin + length + Short.BYTES;
    }

    private static int number(DataInputStream in) throws IOException {
        return Integer.reverseBytes(in.readInt());
    }

    /** Where the bytes of a file lie. */
    private record Piece(long begin, long length) {
        InputStream of(Enclosed.Content source) throws IOException, MessagingException {
            InputStream in = source.open();
            try {
                in.skipNBytes(begin);
            } catch (IOException e) {
                in.close();
                throw e;
            }
            return BoundedInputStream.builder()
                    .setInputStream(in)
                    .setMaxCount(length)
                    .get();
        }
    }

    /** What was read so far; the names and the bytes of the files come in the same order. */
    private static final class Found {
        private final Enclosed.Content source;
        private final StringBuilder text = new StringBuilder();
        private final List<String> names = new ArrayList<>();
        private final List<Piece> pieces = new ArrayList<>();

        Found(Enclosed.Content source) {
            this.source = source;
        }

        boolean isOpen() {
            return names.size() < MOST && pieces.size() < MOST && text.length() < LONGEST;
        }

        List<Enclosed> files() {
            List<Enclosed> files = new ArrayList<>();
            for (int i = 0; i < Math.max(names.size(), pieces.size()); i++) {
                Piece piece = i < pieces.size() ? pieces.get(i) : new Piece(0, 0);
                files.add(new Enclosed(
                        i < names.size() ? names.get(i) : "file", "application/octet-stream", () -> piece.of(source)));
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
