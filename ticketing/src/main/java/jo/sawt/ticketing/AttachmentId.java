package jo.sawt.ticketing;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names one stored file: 192 random bits in 32 URL-safe characters. */
public record AttachmentId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    public AttachmentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of an attachment");
        }
    }

    public static AttachmentId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new AttachmentId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static Optional<AttachmentId> parse(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new AttachmentId(value)) : Optional.empty();
    }

    /** The key of the one ticket that the file came with. */
    String key() {
        return "file:" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
