package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jo.sawt.ticketing.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a conversation between turns, in the few short entries that a ticket keeps.
 *
 * @param services those talked about, the latest first, at most four
 * @param facet what was last asked of the latest
 * @param pending what the last reply asked the citizen for
 * @param text the citizen's words that the last answer or question was about, cut to what an entry holds
 * @param kind of the matter that {@code text} opened
 * @param asked how many times in a row the assistant has asked back
 * @param warned how many times abuse was answered
 * @param fresh whether the last reply was an answer about the latest service, which a citizen may now confirm
 */
record Memory(
        List<String> services,
        Optional<String> facet,
        Pending pending,
        String text,
        Optional<Kind> kind,
        int asked,
        int warned,
        boolean fresh) {
    static final Memory NONE =
            new Memory(List.of(), Optional.empty(), Pending.NOTHING, "", Optional.empty(), 0, 0, false);

    private static final int LONGEST = 1_000;
    private static final int MOST_SERVICES = 4;

    /** What the citizen was asked to say. */
    enum Pending {
        NOTHING,
        SERVICE,
        DEPARTMENT,
        MATTER
    }

    Memory {
        services = List.copyOf(services);
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static Memory from(Map<String, String> entries) {
        String services = entries.getOrDefault("services", "");
        return new Memory(
                services.isEmpty() ? List.of() : List.of(services.split(",", -1)),
                Optional.ofNullable(entries.get("facet")),
                pending(entries.getOrDefault("pending", "")),
                entries.getOrDefault("text", ""),
                Optional.ofNullable(entries.get("kind")).flatMap(Kind::parse),
                number(entries.get("asked")),
                number(entries.get("warned")),
                number(entries.get("fresh")) > 0);
    }

    Map<String, String> entries() {
        Map<String, String> entries = new HashMap<>();
        entries.put("services", String.join(",", services));
        facet.ifPresent(value -> entries.put("facet", value));
        entries.put("pending", pending.name());
        entries.put("text", text);
        kind.ifPresent(value -> entries.put("kind", value.wire()));
        entries.put("asked", Integer.toString(asked));
        entries.put("warned", Integer.toString(warned));
        entries.put("fresh", fresh ? "1" : "");
        entries.values().removeIf(String::isEmpty);
        return entries;
    }

    /** Whether the citizen was asked to say something. */
    boolean waits() {
        return pending != Pending.NOTHING;
    }

    Optional<String> service() {
        return services.stream().findFirst();
    }

    /**
     * After an answer about a service.
     *
     * @param words that asked for it; of several questions about one service those of the first are kept, which name it
     */
    Memory answered(String service, Optional<String> about, String words) {
        boolean goesOn = pending == Pending.NOTHING
                && !text.isBlank()
                && service().filter(service::equals).isPresent();
        List<String> latest = new ArrayList<>(List.of(service));
        services.stream()
                .filter(other -> !other.equals(service))
                .limit(MOST_SERVICES - 1)
                .forEach(latest::add);
        boolean said = about.isPresent() && !words.isBlank();
        return new Memory(latest, about, Pending.NOTHING, goesOn ? text : words, Optional.empty(), 0, warned, said);
    }

    /** After a reply that settles nothing new. */
    Memory settled() {
        String kept = pending == Pending.NOTHING ? text : "";
        return new Memory(services, facet, Pending.NOTHING, kept, Optional.empty(), 0, warned, false);
    }

    Memory asking(Pending what, String about, Optional<Kind> matter) {
        return new Memory(services, facet, what, about, matter, asked + 1, warned, false);
    }

    Memory abused() {
        return new Memory(services, facet, pending, text, kind, asked, warned + 1, false);
    }

    private static Pending pending(String name) {
        for (Pending value : Pending.values()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return Pending.NOTHING;
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }
}
