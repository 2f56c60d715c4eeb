package jo.sawt.knowledge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of UTF-8, one after the other, with a bound on each; blank lines are counted and left out. */
final class Lines {
    private final InputStream in;
    private final int longest;
    private int number;

    Lines(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    /** The next line that is not blank, null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
        boolean any = false;
        int length = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            any = true;
            if (b == '\n') {
                number++;
                Line line = line(bytes, length);
                if (!line.isBlank()) {
                    return line;
                }
                bytes.reset();
                length = 0;
                any = false;
            } else if (length++ < longest) {
                bytes.write(b);
            }
        }
        if (!any) {
            return null;
        }
        number++;
        Line last = line(bytes, length);
        return last.isBlank() ? null : last;
    }

    private Line line(ByteArrayOutputStream bytes, int length) {
        if (length > longest) {
            return new Line(number, Optional.empty());
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            boolean marked = number == 1 && text.startsWith("\uFEFF");
            return new Line(number, Optional.of(marked ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            return new Line(number, Optional.empty());
        }
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param text empty where the line is too long or no UTF-8
     */
    record Line(int number, Optional<String> text) {
        boolean isBlank() {
            return text.isPresent() && text.get().isBlank();
        }
    }
}
