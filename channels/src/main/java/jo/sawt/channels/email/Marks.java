package jo.sawt.channels.email;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jo.sawt.ticketing.Reference;

/**
 * The signed marks on our letters, by which a reply or a bounce finds back: in the Message-ID, in the address to reply to
 * and in the address that bounces go to. Whoever holds one has had our letter; nobody can make one up.
 */
final class Marks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;
    private static final Pattern LETTER =
            Pattern.compile("<([A-Za-z0-9._-]{1,120})\\.([0-9a-f]{16})\\.sawt@[A-Za-z0-9.-]{1,253}>");
    private static final Pattern REPLY = Pattern.compile("\\bt-([a-z0-9]{10})-([0-9a-f]{16})\\b");
    private static final Pattern BOUNCE = Pattern.compile("\\bb-([a-z0-9._-]{1,120})-([0-9a-f]{16})\\b");

    private final byte[] key;
    private final MailSettings settings;

    Marks(byte[] key, MailSettings settings) {
        this.key = key.clone();
        this.settings = settings;
    }

    /** The Message-ID of a letter, the same at every attempt. */
    String messageId(String id) {
        String plain = plain(id);
        String own = settings.own();
        return "<" + plain + "." + mac('m', plain) + ".sawt@" + own.substring(own.indexOf('@') + 1) + ">";
    }

    /** Where a reply in the matter goes; empty where no address of ours takes extensions. */
    Optional<String> replyTo(Reference ticket) {
        String plain = plain(ticket.value());
        return settings.extended("t-" + plain + "-" + mac('t', plain));
    }

    /** Where a bounce of the letter goes. */
    Optional<String> returnPath(String id) {
        String plain = plain(id);
        return settings.extended("b-" + plain + "-" + mac('b', plain));
    }

    /** The ticket that a letter to these addresses answers. */
    Optional<Reference> ticket(List<String> addresses) {
        return first(addresses, REPLY, found -> fits('t', found)).flatMap(Reference::parse);
    }

    /** The letter that a report to these addresses speaks of, by its id in lower case. */
    Optional<String> returned(List<String> addresses) {
        return first(addresses, BOUNCE, found -> fits('b', found));
    }

    /** The first of our letters that a text names, by its id in lower case. */
    Optional<String> letter(CharSequence text) {
        return LETTER.matcher(text)
                .results()
                .filter(found -> fits('m', found))
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Optional<String> first(
            List<String> addresses, Pattern pattern, Function<MatchResult, Boolean> fits) {
        return addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .flatMap(address -> pattern.matcher(address).results())
                .filter(fits::apply)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** Addresses may lose their case on the way. */
    static String plain(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "-").toLowerCase(Locale.ROOT);
    }

    private boolean fits(char purpose, MatchResult found) {
        byte[] right = mac(purpose, found.group(1)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, found.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private String mac(char purpose, String plain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] whole = mac.doFinal((purpose + ":" + plain).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
