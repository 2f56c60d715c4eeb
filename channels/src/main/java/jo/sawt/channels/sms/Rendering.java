package jo.sawt.channels.sms;

import java.util.function.Predicate;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.OutboundMessage;

/**
 * A message as text: options become numbered lines, which the citizen picks by the number, so that a text with options is
 * continued by 0 and one without by 1.
 *
 * @param more the digit that asks for the rest
 */
record Rendering(String text, Lang lang, String more) {
    /** An answer costs at most this many segments before the citizen asks for more. */
    private static final int SEGMENTS = 3;
    /** Twilio's limit for the body of a message on every channel. */
    private static final int CHARACTERS = 1_600;

    static Rendering of(OutboundMessage message) {
        StringBuilder text = new StringBuilder(message.reply().text().strip());
        int number = 1;
        for (Option option : message.reply().options()) {
            text.append('\n').append(number++).append(". ").append(option.label());
        }
        return new Rendering(
                text.toString(), message.lang(), message.reply().options().isEmpty() ? "1" : "0");
    }

    Part firstPart(Channel channel) {
        return Part.first(text, Messages.text(lang, "sms.more", more), fits(channel));
    }

    private static Predicate<String> fits(Channel channel) {
        return channel == Channel.SMS ? text -> Segments.count(text) <= SEGMENTS : text -> text.length() <= CHARACTERS;
    }
}
