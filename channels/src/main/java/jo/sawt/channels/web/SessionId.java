package jo.sawt.channels.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;

/**
 * A chat session: 192 random bits in 32 URL-safe characters. Whoever holds it may read and write the conversation, so it is
 * a secret of the citizen's browser and shows itself nowhere.
 */
record SessionId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    SessionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a chat session");
        }
    }

    static SessionId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<SessionId> parse(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new SessionId(value)) : Optional.empty();
    }

    Contact contact() {
        return new Contact(Channel.WEB, value);
    }

    /** The idempotency key of what the citizen sent under an id of their own. */
    String key(String clientId) {
        return "web:" + value + ":" + clientId;
    }

    @Override
    public String toString() {
        return "session:…";
    }
}
