package jo.sawt.channels.server.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in only those who show the password of this start, by SASL PLAIN (RFC 4616): 256 random bits that never leave the
 * process but over loopback.
 */
final class Gate {
    static final String USER = "sawt";
    private static final Set<String> OPEN_TO_ALL = Set.of("hello", "ismaster", "ping");
    private static final AttributeKey<Boolean> INSIDE = AttributeKey.valueOf(Gate.class, "inside");
    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    private final String password;

    Gate() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.password = HexFormat.of().formatHex(secret);
    }

    char[] password() {
        return password.toCharArray();
    }

    static boolean isInside(Channel channel) {
        return Boolean.TRUE.equals(channel.attr(INSIDE).get());
    }

    /** The gate's own reply; empty where the command may pass. */
    Optional<Document> check(Channel channel, Document command) {
        String name = command.keySet().iterator().next();
        if (name.equals("saslStart")) {
            return Optional.of(signIn(channel, command));
        }
        if (isInside(channel) || OPEN_TO_ALL.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(Commands.error(UNAUTHORIZED, "Unauthorized", "this command needs authentication"));
    }

    private Document signIn(Channel channel, Document command) {
        // the driver asks to act as the very user it signs in as
        byte[] expected = (USER + "\0" + USER + "\0" + password).getBytes(StandardCharsets.UTF_8);
        boolean right = "PLAIN".equals(command.get("mechanism"))
                && command.get("payload") instanceof BinData payload
                && MessageDigest.isEqual(expected, payload.getData());
        if (!right) {
            return Commands.error(AUTHENTICATION_FAILED, "AuthenticationFailed", "authentication failed");
        }
        channel.attr(INSIDE).set(true);
        return new Document("conversationId", 1)
                .append("done", true)
                .append("payload", new BinData(new byte[0]))
                .append("ok", 1);
    }
}
