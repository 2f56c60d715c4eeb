package jo.sawt.channels.sms;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the channel is set to.
 *
 * @param publicUrl the address that Twilio calls us by, which its signature covers
 */
public record TwilioSettings(Account account, Senders senders, URI publicUrl, Rates rates) {
    /** Where Twilio's own interface is. */
    public static final URI API = URI.create("https://api.twilio.com");

    public TwilioSettings {
        requireHttp(publicUrl, "SAWT_PUBLIC_URL");
    }

    /** With the usual rates. */
    public TwilioSettings(Account account, Senders senders, URI publicUrl) {
        this(account, senders, publicUrl, Rates.USUAL);
    }

    /**
     * How many messages a second leave from our number on each channel, at most: what a long number and a WhatsApp sender are
     * allowed unless agreed otherwise (https://www.twilio.com/docs/messaging/guides/mps). Each process keeps to them by itself.
     */
    public record Rates(int sms, int whatsapp) {
        public static final Rates USUAL = new Rates(1, 80);

        public Rates {
            if (sms < 1 || whatsapp < 1) {
                throw new IllegalArgumentException("at least one message a second");
            }
        }
    }

    /**
     * The account that messages belong to.
     *
     * @param api scheme, host and port only
     */
    public record Account(String sid, AuthToken token, URI api) {
        private static final Pattern FORM = Pattern.compile("AC[0-9a-fA-F]{32}");

        public Account {
            if (!FORM.matcher(sid).matches()) {
                throw new IllegalArgumentException("TWILIO_ACCOUNT_SID is AC and 32 hexadecimal digits");
            }
            requireHttp(api, "TWILIO_API_URL");
            if (!api.getRawPath().isEmpty() && !api.getRawPath().equals("/")) {
                throw new IllegalArgumentException("TWILIO_API_URL has no path");
            }
        }
    }

    /** The secret of the account, which signs webhooks and opens the API. */
    public record AuthToken(String value) {
        public AuthToken {
            if (value.isBlank()) {
                throw new IllegalArgumentException("TWILIO_AUTH_TOKEN is empty");
            }
        }

        @Override
        public String toString() {
            return "…";
        }
    }

    /**
     * What messages go out from.
     *
     * @param service a messaging service, which then picks the number
     * @param sms a number, or a short name that is registered with the operators, which nobody can answer
     */
    public record Senders(
            Optional<String> service, Optional<String> sms, Optional<PhoneNumber> whatsapp, Contents contents) {
        private static final Pattern SMS = Pattern.compile("\\+[1-9][0-9]{6,14}|[0-9]{3,8}|[A-Za-z0-9 ]{1,11}");
        private static final Pattern FORM = Pattern.compile("MG[0-9a-fA-F]{32}");

        public Senders {
            if (service.isEmpty() && sms.isEmpty() && whatsapp.isEmpty()) {
                throw new IllegalArgumentException("one of TWILIO_MESSAGING_SERVICE_SID, TWILIO_SMS_FROM and "
                        + "TWILIO_WHATSAPP_FROM must be set");
            }
            if (service.isPresent() && !FORM.matcher(service.get()).matches()) {
                throw new IllegalArgumentException("TWILIO_MESSAGING_SERVICE_SID is MG and 32 hexadecimal digits");
            }
            if (sms.isPresent() && !SMS.matcher(sms.get()).matches()) {
                throw new IllegalArgumentException(
                        "TWILIO_SMS_FROM is a number with its country code, or a short name");
            }
        }
    }

    /**
     * What WhatsApp has approved.
     *
     * @param template lets an answer through after a day of silence
     */
    public record Contents(Optional<String> template, Optional<OptionLists> options) {
        public static final Contents NONE = new Contents(Optional.empty(), Optional.empty());

        public Contents {
            template.ifPresent(Template::new);
        }
    }

    /**
     * Buttons or lists to pick an option from, by the number of options: variable 1 of each is the text, then come the
     * label and the id of each option.
     */
    public record OptionLists(Map<Integer, String> bySize) {
        public OptionLists {
            bySize = Map.copyOf(bySize);
            bySize.values().forEach(Template::new);
        }

        /** Reads {@code 2=HX… 3=HX…}. */
        public static OptionLists parse(String text) {
            Map<Integer, String> bySize = new HashMap<>();
            for (String each : text.strip().split("\\s+", -1)) {
                int sign = each.indexOf('=');
                if (sign < 1) {
                    throw new IllegalArgumentException("a list of options is NUMBER=HX…");
                }
                bySize.put(Integer.valueOf(each.substring(0, sign)), each.substring(sign + 1));
            }
            return new OptionLists(bySize);
        }
    }

    private static void requireHttp(URI url, String name) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(name + " is an http or https address without a query");
        }
    }
}
