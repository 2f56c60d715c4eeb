package jo.sawt.assistant;

import java.util.List;
import jo.sawt.ticketing.Lang;

/**
 * A message as read: what it says before anything is decided about it.
 *
 * @param words folded, for comparing
 */
record Reading(String text, List<String> words, Lang lang, Entities entities) {
    Reading {
        words = List.copyOf(words);
    }

    /** Names no text, since it is personal. */
    @Override
    public String toString() {
        return "Reading[" + lang.wire() + ", " + words.size() + " words]";
    }
}
