package jo.sawt.channels.email;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads bytes as text when what the mail says of them is missing, misspelt or wrong: bytes that are UTF-8 beyond ASCII are
 * that, whatever they are called, since no other text looks so by chance; what has no usable name is taken for
 * windows-1256, the encoding of older Arabic mail.
 */
final class MailCharset {
    private static final Charset ARABIC = Charset.forName("windows-1256");
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("x-cp1256", "windows-1256"),
            Map.entry("cp-1256", "windows-1256"),
            Map.entry("win-1256", "windows-1256"),
            Map.entry("windows1256", "windows-1256"),
            Map.entry("ansi-1256", "windows-1256"),
            Map.entry("iso-8859-6-e", "ISO-8859-6"),
            Map.entry("iso-8859-6-i", "ISO-8859-6"),
            Map.entry("arabic", "ISO-8859-6"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("utf", "UTF-8"),
            Map.entry("unicode-1-1-utf-8", "UTF-8"));

    private MailCharset() {}

    static String decode(byte[] bytes, Optional<String> declared) {
        Optional<Charset> charset = declared.flatMap(MailCharset::named);
        if (charset.isPresent() && charset.get().newEncoder().maxBytesPerChar() > 1 && !isUtf8(charset.get())) {
            return new String(bytes, charset.get());
        }
        Optional<String> utf8 = strictUtf8(bytes);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        boolean none = charset.isEmpty() || charset.get().equals(StandardCharsets.US_ASCII) || isUtf8(charset.get());
        return new String(bytes, none ? ARABIC : charset.get());
    }

    private static boolean isUtf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }

    private static Optional<String> strictUtf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> named(String name) {
        String plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        try {
            Charset charset = Charset.forName(ALIASES.getOrDefault(plain, plain));
            return charset.canEncode() ? Optional.of(charset) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
