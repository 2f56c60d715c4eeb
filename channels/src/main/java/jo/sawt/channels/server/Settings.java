package jo.sawt.channels.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jo.sawt.channels.email.MailSettings;
import jo.sawt.channels.sms.TwilioSettings;

/** All that an operator may set, checked. */
record Settings(
        Listening listening,
        Storage storage,
        Optional<Secret> adminPassword,
        Optional<Twilio> twilio,
        Mail mail,
        Services services) {

    /**
     * How the outside reaches this server.
     *
     * @param port 0 for any that is free
     * @param publicUrl what the outside calls it; empty where it is only tried out
     * @param rateLimits never off where other machines can connect
     */
    record Listening(String host, int port, Optional<URI> publicUrl, boolean rateLimits) {}

    /**
     * What is kept, and where.
     *
     * @param mongo the URI of a MongoDB; empty for the embedded store in {@code data}
     * @param registry a folder to import at the first start; empty for the packaged sample
     * @param retentionDays empty to keep everything
     */
    record Storage(Path data, Optional<Secret> mongo, Optional<Path> registry, Optional<Integer> retentionDays) {}

    /** The account for SMS and WhatsApp; {@code sender} is a messaging service or a number. */
    record Twilio(String account, Secret token, Numbers numbers, Contents contents, URI api) {
        Optional<String> sender() {
            return numbers.sender();
        }

        Optional<String> whatsApp() {
            return numbers.whatsApp();
        }
    }

    /** What messages leave from, and how many a second. */
    record Numbers(Optional<String> sender, Optional<String> whatsApp, TwilioSettings.Rates rates) {}

    /** What WhatsApp has approved: for after a day of silence, and for lists of options. */
    record Contents(Optional<String> template, Optional<TwilioSettings.OptionLists> options) {}

    /** The mailboxes; email is on where {@code smtp} and {@code from} are set. */
    record Mail(
            List<Secret> imap,
            Optional<Secret> smtp,
            Optional<String> from,
            Optional<String> replyTo,
            Brakes brakes,
            Optional<MailSettings.Oauth> oauth) {
        boolean on() {
            return smtp.isPresent() && from.isPresent();
        }
    }

    /** How many automatic answers go out, where the usual numbers do not fit. */
    record Brakes(Optional<MailSettings.Rate> address, Optional<MailSettings.Rate> ticket) {}

    /** Servers that Sawt may call. */
    record Services(Optional<Model> model, Optional<Oidc> oidc) {}

    /**
     * An OpenAI-compatible model server.
     *
     * @param model that words answers
     * @param embedding that makes vectors; one of the two there is
     */
    record Model(URI url, Optional<Secret> key, Optional<String> model, Optional<String> embedding) {}

    /** Where staff sign in. */
    record Oidc(URI issuer, String client, Secret secret) {}

    /** Where a registry of its own is, everything starts from that; else from the sample. */
    boolean startsOnSample() {
        return storage.registry().isEmpty();
    }
}
