package jo.sawt.channels.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a header by RFC 2047. Unlike Jakarta Mail it puts the bytes of neighbouring words together before it reads
 * them, because many senders cut a letter in two there; and a header of raw bytes is read as {@link MailCharset} does.
 */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String charset = "";

    private EncodedWords() {}

    /** Reads a header as Jakarta Mail gives it: one char a byte, folded. */
    static String decode(String raw) {
        return new EncodedWords().read(raw.replaceAll("\\r?\\n(?=[ \\t])", ""));
    }

    private String read(String raw) {
        Matcher matcher = WORD.matcher(raw);
        int end = 0;
        while (matcher.find()) {
            String between = raw.substring(end, matcher.start());
            boolean joins = pending.size() > 0 && between.isBlank();
            if (!joins || !matcher.group(1).equalsIgnoreCase(charset)) {
                flush();
                text.append(joins ? "" : plain(between));
            }
            charset = matcher.group(1);
            byte[] bytes = matcher.group(2).equalsIgnoreCase("b") ? base64(matcher.group(3)) : quoted(matcher.group(3));
            pending.writeBytes(bytes);
            end = matcher.end();
        }
        flush();
        return text.append(plain(raw.substring(end))).toString().strip();
    }

    private void flush() {
        if (pending.size() > 0) {
            text.append(MailCharset.decode(pending.toByteArray(), Optional.of(charset)));
            pending.reset();
        }
    }

    private static String plain(String raw) {
        boolean bytes = raw.chars().anyMatch(c -> c > 127) && raw.chars().allMatch(c -> c < 256);
        return bytes ? MailCharset.decode(raw.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()) : raw;
    }

    private static byte[] base64(String word) {
        try {
            return Base64.getMimeDecoder().decode(word);
        } catch (IllegalArgumentException e) {
            return word.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] quoted(String word) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int high = i + 2 < word.length() ? Character.digit(word.charAt(i + 1), 16) : -1;
            int low = i + 2 < word.length() ? Character.digit(word.charAt(i + 2), 16) : -1;
            if (c == '=' && high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(c == '_' ? ' ' : c);
            }
        }
        return out.toByteArray();
    }
}
