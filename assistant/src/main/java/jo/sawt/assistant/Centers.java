package jo.sawt.assistant;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Center;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Registry;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** The government services centers that are working, and how they are cited. */
final class Centers {
    private static final ZoneId AMMAN = ZoneId.of("Asia/Amman");
    private static final int MOST = 4;

    private final Registry registry;
    private final Names names;
    private final InstantSource clock;

    Centers(Registry registry, InstantSource clock) {
        this.registry = registry;
        this.names = new Names(registry);
        this.clock = clock;
    }

    /** Those that take a department's matters, those of the governorate asked for alone where there are any. */
    List<Center> serving(DepartmentId department, Optional<String> governorate) {
        List<Center> serving = registry.centers().stream()
                .filter(center -> center.status().equals("operating"))
                .filter(center -> center.departments().contains(department))
                .toList();
        List<Center> near = serving.stream()
                .filter(center ->
                        governorate.filter(center.governorate()::equals).isPresent())
                .toList();
        return (near.isEmpty() ? serving : near).stream().limit(MOST).toList();
    }

    /** The same as an answer, with their hours; empty where there are none. */
    Optional<Passage> told(DepartmentId department, Optional<String> governorate, Lang lang) {
        List<Center> centers = serving(department, governorate);
        if (centers.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        List<Citation> citations = new ArrayList<>(List.of(cited("department", department.value(), "name")));
        lines.add(Messages.text(lang, "answer.locations.centers", names.department(department, lang)));
        for (Center center : centers) {
            lines.add("- "
                    + Messages.text(
                            lang,
                            "answer.hours.line",
                            center.name().in(Names.in(lang)),
                            center.hours().in(Names.in(lang))));
            citations.add(cited(center, "name"));
            citations.add(cited(center, "hours"));
        }
        return Optional.of(new Passage(String.join("\n", lines), citations));
    }

    Citation cited(Center center, String field) {
        return cited("center", center.id(), field);
    }

    /** Centers and departments have no versions: the registry in force today is what is cited. */
    private Citation cited(String type, String id, String field) {
        return new Citation(type, id, 0, field, LocalDate.ofInstant(clock.instant(), AMMAN));
    }
}
