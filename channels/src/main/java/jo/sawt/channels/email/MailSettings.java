package jo.sawt.channels.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the channel is set to.
 *
 * @param mailboxes those that are read; none where mail is only sent
 * @param from what answers come from, with or without a name
 * @param replyTo an address with <code>{}</code> in it, all forms of which reach a mailbox of ours, such as
 *     <code>desk+{}@gov.jo</code>
 * @param oauth for servers whose address has a user and no password
 */
public record MailSettings(
        List<MailServer> mailboxes,
        MailServer smtp,
        String from,
        Optional<String> replyTo,
        Brakes brakes,
        Optional<Oauth> oauth) {
    private static final String PLACE = "{}";

    public MailSettings {
        mailboxes = List.copyOf(mailboxes);
        address(from, "MAIL_FROM");
        if (replyTo.isPresent()) {
            if (!replyTo.get().contains(PLACE)) {
                throw new IllegalArgumentException("MAIL_REPLY_TO has no {}");
            }
            address(replyTo.get().replace(PLACE, "x"), "MAIL_REPLY_TO");
        }
    }

    /** Our own address, in lower case. */
    String own() {
        return sender().getAddress().toLowerCase(Locale.ROOT);
    }

    /** Whether an address is one that we write from or are replied to at. */
    boolean isOwn(String address) {
        if (address.equals(own())) {
            return true;
        }
        return replyTo.map(form -> form.toLowerCase(Locale.ROOT))
                .filter(form -> {
                    int at = form.indexOf(PLACE);
                    String tail = form.substring(at + PLACE.length());
                    return address.length() >= at + tail.length()
                            && address.startsWith(form.substring(0, at))
                            && address.endsWith(tail);
                })
                .isPresent();
    }

    InternetAddress sender() {
        return address(from, "MAIL_FROM");
    }

    /** The address of ours with this in it. */
    Optional<String> extended(String mark) {
        return replyTo.map(form -> form.replace(PLACE, mark));
    }

    private static InternetAddress address(String from, String name) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException(name + " is not an email address", e);
        }
    }

    /** How many automatic answers may go out before a person has to write them. */
    public record Brakes(Rate address, Rate ticket) {
        public static final Brakes USUAL = new Brakes(new Rate(12, 40), new Rate(8, 20));
    }

    /** Where access tokens come from: for a refresh token, or for the client itself where there is none. */
    public record Oauth(
            URI tokenUrl, String clientId, String clientSecret, Optional<String> refreshToken, Optional<String> scope) {
        @Override
        public String toString() {
            return "…";
        }
    }

    /** At most so many. */
    public record Rate(int hour, int day) {
        public Rate {
            if (hour < 1 || day < hour) {
                throw new IllegalArgumentException("a rate is at least one an hour, and no less a day");
            }
        }

        /** Reads {@code HOUR/DAY}. */
        public static Rate parse(String text) {
            String[] parts = text.split("/", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a rate is HOUR/DAY");
            }
            return new Rate(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
        }
    }
}
