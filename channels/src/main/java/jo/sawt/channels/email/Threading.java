package jo.sawt.channels.email;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Contact;
import jo.sawt.ticketing.Reference;

/**
 * Finds the conversation that a letter belongs to, by the surest sign: the signed address that it was sent to, a signed
 * letter of ours that it answers, then who it is from. What anybody can write (unsigned references, a reference in the
 * subject) leads only to the writer's own conversation, so that no stranger writes into the matter of another.
 */
final class Threading {
    private static final Pattern REFERENCE = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9]{10}(?![A-Za-z0-9])");

    private final Marks marks;
    private final SentLetters sent;
    private final MailThreads threads;

    Threading(Marks marks, SentLetters sent, MailThreads threads) {
        this.marks = marks;
        this.sent = sent;
        this.threads = threads;
    }

    Place place(Letter letter, String from) {
        Contact sender = new Contact(Channel.EMAIL, from);
        Optional<Contact> byAddress = marks.ticket(letter.route().to()).flatMap(sent::correspondent);
        if (byAddress.isPresent()) {
            return new Place(byAddress.get(), Sign.REPLY_ADDRESS);
        }
        Optional<Contact> byLetter = marks.letter(
                        String.join(" ", letter.route().references()))
                .flatMap(sent::find)
                .map(SentLetters.Sent::to);
        if (byLetter.isPresent()) {
            return new Place(byLetter.get(), Sign.MESSAGE_ID);
        }
        return new Place(sender, own(letter, sender));
    }

    private Sign own(Letter letter, Contact sender) {
        boolean answers = threads.find(sender)
                .filter(heard -> letter.route().references().stream()
                        .anyMatch(id -> heard.references().contains(id)))
                .isPresent();
        if (answers) {
            return Sign.REFERENCES;
        }
        boolean names = REFERENCE
                .matcher(letter.subject())
                .results()
                .map(MatchResult::group)
                .flatMap(text -> Reference.parse(text).stream())
                .anyMatch(ticket ->
                        sent.correspondent(ticket).filter(sender::equals).isPresent());
        return names ? Sign.SUBJECT : Sign.SENDER;
    }

    /** The conversation, and what led there. */
    record Place(Contact contact, Sign sign) {}

    /** What a letter was placed by. */
    enum Sign {
        REPLY_ADDRESS,
        MESSAGE_ID,
        REFERENCES,
        SUBJECT,
        SENDER;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
