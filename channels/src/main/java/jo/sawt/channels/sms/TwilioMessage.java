package jo.sawt.channels.sms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Lang;

/**
 * What a citizen sent, as Twilio tells it.
 *
 * @param at when it was sent, or came to us
 * @param picked the id of a WhatsApp button or list entry
 * @param optOut what Twilio's Advanced Opt-Out took the message for, and answered
 */
record TwilioMessage(
        String sid, Instant at, Contact from, Written written, Optional<String> picked, Optional<Keyword> optOut) {
    private static final String WHATSAPP = "whatsapp:";
    /** No channel of Twilio's takes more. */
    private static final int MOST_MEDIA = 10;

    /** Words, and what came along and is still to be fetched. */
    record Written(String text, List<Medium> media) {
        Written {
            media = List.copyOf(media);
        }
    }

    /** Empty where nobody can be answered: a short code or a name in place of a number, which are machines. */
    static Optional<TwilioMessage> from(TwilioForm form, Instant at) {
        Optional<String> sid = form.field("MessageSid").or(() -> form.field("SmsMessageSid"));
        Optional<Contact> from = contact(form);
        if (sid.isEmpty() || sid.get().length() > 64 || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TwilioMessage(
                sid.get(),
                at,
                from.get(),
                new Written(words(form), media(form, key(sid.get()), from.get())),
                form.field("ButtonPayload").or(() -> form.field("ListId")),
                form.field("OptOutType").flatMap(Keyword::ofOptOutType)));
    }

    /** The same content under the name and time by which it came first. */
    TwilioMessage as(Webhooks.Brought first) {
        List<Medium> media = written.media().stream()
                .map(medium -> new Medium(key(first.sid()), medium.number(), medium.url(), from))
                .toList();
        return new TwilioMessage(first.sid(), first.at(), from, new Written(text(), media), picked, optOut);
    }

    String key() {
        return key(sid);
    }

    private static String key(String sid) {
        return "twilio:" + sid;
    }

    String text() {
        return written.text();
    }

    List<Medium> media() {
        return written.media();
    }

    boolean isEmpty() {
        return picked.isEmpty() && text().isBlank() && media().isEmpty();
    }

    Content content() {
        return picked.<Content>map(Content.Choice::new)
                .orElseGet(() -> new Content.Words(text(), List.of(), media().size()));
    }

    Lang lang() {
        return langOf(text());
    }

    private static Optional<Contact> contact(TwilioForm form) {
        String from = form.field("From").orElse("");
        if (!from.startsWith(WHATSAPP)) {
            return PhoneNumber.parse(from)
                    .filter(number -> from.startsWith("+"))
                    .map(number -> new Contact(Channel.SMS, number.value()));
        }
        // A person on WhatsApp may come without a number, under an id of the business alone, which answers reach too.
        return form.field("WaId")
                .flatMap(PhoneNumber::parse)
                .or(() -> PhoneNumber.parse(from))
                .map(PhoneNumber::value)
                .or(() -> Optional.of(from.substring(WHATSAPP.length())).filter(id -> id.startsWith("ID.")))
                .filter(address -> address.length() <= 128)
                .map(address -> new Contact(Channel.WHATSAPP, address));
    }

    private static String words(TwilioForm form) {
        List<String> lines = new ArrayList<>();
        form.field("Body")
                .or(() -> form.field("ButtonText"))
                .or(() -> form.field("ListTitle"))
                .ifPresent(lines::add);
        place(form).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private static Optional<String> place(TwilioForm form) {
        Optional<String> latitude = form.field("Latitude");
        Optional<String> longitude = form.field("Longitude");
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        form.field("Label").ifPresent(parts::add);
        form.field("Address").ifPresent(parts::add);
        parts.add(latitude.get() + "," + longitude.get());
        return Optional.of(String.join(" ", parts));
    }

    private static List<Medium> media(TwilioForm form, String key, Contact from) {
        int count = form.field("NumMedia")
                .filter(n -> n.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .orElse(0);
        return IntStream.range(0, Math.min(count, MOST_MEDIA))
                .mapToObj(i -> new Medium(key, i, form.field("MediaUrl" + i).orElse(""), from))
                .toList();
    }

    private static Lang langOf(String text) {
        boolean arabic =
                text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
        boolean latin = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
        return !arabic && latin ? Lang.EN : Lang.AR;
    }
}
