package jo.sawt.channels.sms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.OutboundMessage;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Reply;

/** Amina, her number, and what she sends and is sent. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    static final String ACCOUNT = "AC" + "0".repeat(32);
    static final String TOKEN = "a token of the tests";
    static final String OURS = "+962790000099";
    static final String AMINA = "+962790000001";
    static final Contact AMINA_SMS = new Contact(Channel.SMS, AMINA);
    static final Contact AMINA_WHATSAPP = new Contact(Channel.WHATSAPP, AMINA);
    static final URI PUBLIC = URI.create("https://sawt.example.jo");

    private Samples() {}

    static TwilioSettings settings(URI api) {
        return new TwilioSettings(
                new TwilioSettings.Account(ACCOUNT, new TwilioSettings.AuthToken(TOKEN), api),
                new TwilioSettings.Senders(
                        Optional.empty(),
                        Optional.of(OURS),
                        PhoneNumber.parse("whatsapp:" + OURS),
                        TwilioSettings.Contents.NONE),
                PUBLIC,
                new TwilioSettings.Rates(1_000, 1_000));
    }

    static Map<String, String> sms(String sid, String text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ToCountry", "JO");
        form.put("MessageSid", sid);
        form.put("SmsMessageSid", sid);
        form.put("AccountSid", ACCOUNT);
        form.put("From", AMINA);
        form.put("To", OURS);
        form.put("Body", text);
        form.put("NumMedia", "0");
        form.put("NumSegments", "1");
        form.put("SmsStatus", "received");
        form.put("ApiVersion", "2010-04-01");
        return form;
    }

    static Map<String, String> whatsapp(String sid, String text) {
        Map<String, String> form = sms(sid, text);
        form.put("From", "whatsapp:" + AMINA);
        form.put("To", "whatsapp:" + OURS);
        form.put("WaId", AMINA.substring(1));
        form.put("ProfileName", "Amina");
        form.put("MessageType", "text");
        form.put("ChannelMetadata", "{\"type\":\"whatsapp\"}");
        return form;
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The signature as Twilio's page describes it, worked out without the SDK. */
    static String signature(String url, Map<String, String> form) {
        StringBuilder text = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static OutboundMessage owed(String id, int attempt, Contact to, String text, String... options) {
        List<Option> choices = java.util.Arrays.stream(options)
                .map(label -> new Option(label, label))
                .toList();
        return new OutboundMessage(
                id, attempt, REFERENCE, to, Lang.AR, Author.ASSISTANT, new Reply(text, choices, List.of()));
    }

    private static final Reference REFERENCE = reference();

    private static Reference reference() {
        for (char check : "34679ACDEFGHJKMNPQRTVWX".toCharArray()) {
            Optional<Reference> reference = Reference.parse("ACDEFGHJK" + check);
            if (reference.isPresent()) {
                return reference.get();
            }
        }
        throw new IllegalStateException("some check character is right");
    }
}
