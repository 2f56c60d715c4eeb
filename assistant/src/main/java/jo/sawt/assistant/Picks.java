package jo.sawt.assistant;

import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Option;

/** Tells which of the options offered a person picked in words: by number, by place in the list, by id or by name. */
final class Picks {
    private static final int MOST_ORDINALS = 5;
    private static final List<String> FILLERS = List.of("only-polite", "thanks");

    private final Lexicon lexicon;

    Picks(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Optional<Option> pick(Reading reading, List<Option> offered) {
        return byPlace(reading, offered).or(() -> byName(reading, offered));
    }

    private Optional<Option> byPlace(Reading reading, List<Option> offered) {
        List<String> bare = lexicon.without(reading.words(), "only-polite");
        for (int i = 0; i < Math.min(MOST_ORDINALS, offered.size()); i++) {
            String group = "ordinal-" + (i + 1);
            if (lexicon.is(group, reading.words()) || lexicon.is(group, bare)) {
                return Optional.of(offered.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<Option> byName(Reading reading, List<Option> offered) {
        List<Option> named = offered.stream()
                .filter(option -> option.id().equalsIgnoreCase(reading.text().strip())
                        || Words.of(option.label()).equals(reading.words()))
                .toList();
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        List<String> said = lexicon.without(reading.words(), FILLERS.toArray(String[]::new));
        if (said.isEmpty() || said.size() > 6) {
            return Optional.empty();
        }
        List<Option> holding = offered.stream()
                .filter(option -> Words.of(option.label()).containsAll(said))
                .toList();
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }
}
