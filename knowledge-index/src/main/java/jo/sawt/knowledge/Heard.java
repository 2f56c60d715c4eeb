package jo.sawt.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A question from real conversations whose answer somebody confirmed: a candidate for a way of asking, which an editor
 * accepts or rejects.
 *
 * @param text as it was asked, without personal data
 * @param facet what was answered, empty where it was not one facet
 * @param revision rises by one with every change
 * @param times how many conversations it was heard in
 * @param sources the first {@value #MOST_SOURCES} of these; never empty
 * @param verdict of the editor, empty while it is open
 */
public record Heard(
        String id,
        ServiceId service,
        String text,
        Optional<Facet> facet,
        State state,
        int revision,
        int times,
        List<Source> sources,
        Optional<Verdict> verdict) {
    static final int MOST_SOURCES = 10;

    public Heard {
        sources = List.copyOf(sources);
    }

    /** The same in one more conversation; itself where it was heard in this one before. */
    Heard again(Source source) {
        if (sources.stream().anyMatch(known -> known.ticket().equals(source.ticket()))) {
            return this;
        }
        List<Source> more = new ArrayList<>(sources);
        if (more.size() < MOST_SOURCES) {
            more.add(source);
        }
        return new Heard(id, service, text, facet, state, revision + 1, times + 1, more, verdict);
    }

    Heard judged(State next, Verdict by) {
        return new Heard(id, service, text, facet, next, revision + 1, times, sources, Optional.of(by));
    }

    /** Where it stands; the wire form is the lower-case name. */
    public enum State {
        OPEN,
        ACCEPTED,
        REJECTED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> parse(String wire) {
            return List.of(values()).stream()
                    .filter(state -> state.wire().equals(wire))
                    .findFirst();
        }
    }

    /** How the answer was confirmed; the wire form is the lower-case name. */
    public enum Confirmation {
        /** The citizen picked the service from those offered. */
        OPTION,
        /** The citizen said right after the answer that it has helped, or thanked for it. */
        HELPED,
        /** The citizen rated solution and classification well. */
        RATING,
        /** A member of staff said so. */
        STAFF,
        /** Nobody: a language model thought of it when the service was published. */
        MODEL;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where it was heard.
     *
     * @param ticket the reference of the ticket; empty, as the channel, for what a model thought of
     * @param by the user name of the member of staff who confirmed it, empty for the citizen
     */
    public record Source(String ticket, String channel, Confirmation confirmation, Optional<String> by, Instant at) {}

    /**
     * What an editor made of it.
     *
     * @param reason empty where none was given
     */
    public record Verdict(String by, Instant at, String reason) {}
}
