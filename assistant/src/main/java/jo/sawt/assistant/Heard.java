package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Reference;

/**
 * What the citizen said, as the tools of a language model may use it.
 *
 * @param text the message
 * @param talk with those of its earlier messages that may leave this house
 * @param masked what leaves in place of these
 * @param turn in the language to answer in
 */
record Heard(String text, Talk talk, Masked masked, Turn turn, Lang lang) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{2,}");
    private static final int SHORTEST_PROOF = 4;

    private Stream<String> texts() {
        return Stream.concat(talk.earlier().stream(), Stream.of(text));
    }

    /** All of it, the message first, since the memory of a conversation is short. */
    String all() {
        List<String> all = new ArrayList<>(talk.earlier().reversed());
        all.addFirst(text);
        return String.join("\n", all);
    }

    boolean names(Reference reference) {
        return texts().anyMatch(said -> Reader.references(said).contains(reference));
    }

    /** Whether the citizen wrote that, and not as a part of something longer. */
    boolean proves(String proof) {
        String folded = Words.fold(proof);
        Pattern whole = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(folded) + "(?![\\p{L}\\p{N}])");
        return folded.length() >= SHORTEST_PROOF
                && texts().anyMatch(said -> whole.matcher(Words.fold(said)).find());
    }

    /** Whether every number of a text is the citizen's. */
    boolean saysNumbersOf(String other) {
        String said = Words.fold(String.join("\n", texts().toList()));
        return NUMBER.matcher(Words.fold(other)).results().allMatch(number -> said.contains(number.group()));
    }

    /** Names no text, since it is personal. */
    @Override
    public String toString() {
        return "Heard[…]";
    }
}
