package jo.sawt.assistant;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import java.util.regex.Pattern;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Reply;

/** Asks whoever writes a national number into an open chat not to. */
final class NationalNumbers {
    /** Ten digits; a Jordanian one begins with that of the century's years, where a phone number begins with 0 or +. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9+])(?:9[0-9]|20)(?:[ -]?[0-9]){8}(?![0-9])");

    private NationalNumbers() {}

    static boolean isIn(String text) {
        return NUMBER.matcher(Words.fold(text)).find();
    }

    /** The decision, with the request before what it says. */
    static Decision warned(Content content, Channel channel, Decision decision) {
        if (channel == Channel.EMAIL || !(content instanceof Content.Words words) || !isIn(words.text())) {
            return decision;
        }
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_national_numbers")
                        .description("Messages in an open chat that held what looks like a national number"))
                .increment();
        Reply said = decision.reply();
        String request = Messages.text(decision.understanding().lang(), "answer.national");
        Reply reply = new Reply(request + "\n" + said.text(), said.options(), said.citations(), said.files());
        return switch (decision) {
            case Decision.Answer answer -> new Decision.Answer(answer.understanding(), reply);
            case Decision.Clarify clarify -> new Decision.Clarify(clarify.understanding(), reply);
            case Decision.Refuse refuse -> new Decision.Refuse(refuse.understanding(), reply, refuse.gap());
            case Decision.Route route ->
                new Decision.Route(route.understanding(), reply, route.subject(), route.also());
            case Decision.HandOver over ->
                new Decision.HandOver(over.understanding(), reply, over.reason(), over.summary());
        };
    }
}
