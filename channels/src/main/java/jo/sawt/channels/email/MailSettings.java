package jo.sawt.channels.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * What the channel is set to.
 *
 * @param imap the mailbox that is read; empty where mail is only sent
 * @param from what answers come from, with or without a name
 */
public record MailSettings(Optional<MailServer> imap, MailServer smtp, String from) {
    public MailSettings {
        address(from);
    }

    /** Our own address, in lower case. */
    String own() {
        return address(from).getAddress().toLowerCase(Locale.ROOT);
    }

    InternetAddress sender() {
        return address(from);
    }

    private static InternetAddress address(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("MAIL_FROM is not an email address", e);
        }
    }
}
