package jo.sawt.channels.sms;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        String text = message.reply().text().strip();
        List<String> lines = lines(message.reply().options());
        List<String> there = text.lines().map(String::strip).toList();
        // an answer may name its options in its text already
        String whole = there.containsAll(lines) ? text : text + "\n" + String.join("\n", lines);
        return new Rendering(whole, message.lang(), lines.isEmpty() ? "1" : "0");
    }

    /** The text without lines that only name the options, for where these are shown beside it. */
    static String beside(String text, List<Option> options) {
        List<String> lines = lines(options);
        return text.lines().filter(line -> !lines.contains(line.strip())).collect(Collectors.joining("\n"));
    }

    private static List<String> lines(List<Option> options) {
        return IntStream.range(0, options.size())
                .mapToObj(i -> (i + 1) + ". " + options.get(i).label())
                .toList();
    }

    Part firstPart(Channel channel) {
        return Part.first(text, Messages.text(lang, "sms.more", more), fits(channel));
    }

    private static Predicate<String> fits(Channel channel) {
        return channel == Channel.SMS ? text -> Segments.count(text) <= SEGMENTS : text -> text.length() <= CHARACTERS;
    }
}
