package jo.sawt.ticketing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ordered messages, notes and events of a ticket; only ever appended to. Empty in a ticket read for a list. */
public record Timeline(List<Entry> entries) {
    static final Timeline EMPTY = new Timeline(List.of());

    public Timeline {
        entries = List.copyOf(entries);
    }

    /** The entry of a key, if it is here. */
    public Optional<Entry> byKey(String key) {
        return entries.stream()
                .filter(entry -> entry.key().filter(key::equals).isPresent())
                .findFirst();
    }

    /** The entry of a number, if it is here. */
    public Optional<Entry> bySeq(long seq) {
        return entries.stream().filter(entry -> entry.seq() == seq).findFirst();
    }

    Timeline plus(List<Entry> added) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(added);
        return new Timeline(all);
    }
}
