package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jo.sawt.ticketing.Kind;

/** What speaks for one outcome or another, in numbers of fixed order, for weights to be learned. */
final class Signs {
    private static final double FLOOR = 0.003;
    private static final double SURE = 0.97;
    private static final List<String> SORTS =
            List.of(Models.QUESTION, Models.MATTER, "refused", "handover", "clarify", "social", "abuse");
    private static final List<String> GROUPS = List.of(
            "off-topic",
            "own-case",
            "case-state",
            "danger",
            "distress",
            "thanks",
            "goodbye",
            "greeting",
            "correction",
            "wish",
            "praise",
            "blame",
            "violation",
            "asks");

    private final Lexicon lexicon;
    private final Manner manner;

    Signs(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.manner = new Manner(lexicon);
    }

    double[] of(Meaning meaning) {
        Set<String> found = lexicon.scan(meaning.reading().words()).keySet();
        double answerable = meaning.findings().answerable();
        boolean follows = meaning.context().isPresent();
        List<Double> signs = new ArrayList<>();
        for (String sort : SORTS) {
            signs.add(log(meaning.sort(sort)));
            signs.add(follows ? log(meaning.sort(sort)) : 0);
        }
        for (Kind kind : Kind.values()) {
            signs.add(log(meaning.kinds().getOrDefault(kind, 0.0)));
        }
        signs.add(log(1 - meaning.kinds().getOrDefault(Kind.INQUIRY, 0.0)));
        signs.add(log(answerable));
        signs.add(log(1 - answerable));
        signs.add(log(1 - meaning.best()));
        signs.add(log(1 - meaning.confidence()));
        signs.add(follows ? log(answerable) : 0);
        signs.add(log(meaning.own().answerable()));
        signs.add(follows ? log(meaning.own().answerable()) : 0);
        signs.add(meaning.best());
        signs.add(meaning.best() - meaning.second());
        signs.add(meaning.confidence());
        addFlags(signs, meaning, found, follows);
        for (double counted : manner.of(meaning.reading().text())) {
            signs.add(counted);
        }
        return signs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void addFlags(List<Double> signs, Meaning meaning, Set<String> found, boolean follows) {
        int open = meaning.findings().alike().size();
        boolean doubtful = meaning.best() < SURE;
        int content = meaning.content();
        boolean foreign = found.contains("foreign") && !found.contains("home");
        List<Boolean> flags = new ArrayList<>(Arrays.asList(
                follows,
                meaning.findings().answerable() > 0.9 && meaning.best() > 0.9,
                meaning.findings().answerable() < 0.2,
                open > 1 && !follows,
                open > 1 && doubtful && !follows,
                open > 3 && !follows,
                content == 0,
                content == 1,
                content == 2,
                content > 5,
                content == 0 && follows,
                content <= 2 && follows,
                foreign,
                foreign && follows,
                found.contains("own-case") && found.contains("case-state"),
                found.stream().anyMatch(group -> group.startsWith("sure-"))));
        GROUPS.forEach(group -> flags.add(found.contains(group)));
        flags.forEach(flag -> signs.add(Following.flag(flag)));
    }

    private static double log(double probability) {
        return Math.log(FLOOR + probability);
    }
}
