package jo.sawt.assistant;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jo.sawt.knowledge.Center;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** Answers about one facet of one service, made of nothing but the fields of its record and of the centers. */
final class ServiceAnswers {
    private static final ZoneId AMMAN = ZoneId.of("Asia/Amman");
    private static final int MOST_CENTERS = 4;

    private final Registry registry;
    private final Names names;
    private final Lexicon lexicon;
    private final InstantSource clock;

    ServiceAnswers(Registry registry, Lexicon lexicon, InstantSource clock) {
        this.registry = registry;
        this.names = new Names(registry);
        this.lexicon = lexicon;
        this.clock = clock;
    }

    Passage about(ServiceRecord service, Facet facet, Lang lang, Entities entities) {
        Facts facts = new Facts(service, lang, names.department(service.department(), lang));
        switch (facet) {
            case DOCUMENTS -> list(facts, facet, service.documents().in(Names.in(lang)), entities);
            case CONDITIONS -> list(facts, facet, service.conditions().in(Names.in(lang)), entities);
            case STEPS -> steps(facts, service, lang);
            case FEES -> fees(facts, service);
            case DURATION -> duration(facts, service, lang);
            case LOCATIONS -> locations(facts, service, lang, entities);
            case CHANNELS -> channels(facts, service);
            case HOURS -> hours(facts, service, lang, entities);
            case OVERVIEW -> overview(facts, service, lang);
        }
        return facts.done();
    }

    private void list(Facts facts, Facet facet, List<String> lines, Entities entities) {
        if (lines.isEmpty()) {
            facts.missing(facet);
            return;
        }
        facts.say("answer." + facet.wire() + ".title", facts.name()).numbered(forPerson(lines, entities));
        facts.from(facet.wire());
    }

    /** What concerns the person asked for comes first. */
    private List<String> forPerson(List<String> lines, Entities entities) {
        Optional<String> group = entities.person().flatMap(ServiceAnswers::group);
        if (group.isEmpty()) {
            return lines;
        }
        return lines.stream()
                .sorted(Comparator.comparing(line -> !lexicon.has(group.get(), Words.of(line))))
                .toList();
    }

    private static Optional<String> group(Entities.Person person) {
        return switch (person) {
            case CHILD -> Optional.of("son");
            case FOREIGNER -> Optional.of("foreigner");
            case SELF, FATHER, MOTHER, SPOUSE -> Optional.empty();
        };
    }

    private void steps(Facts facts, ServiceRecord service, Lang lang) {
        List<String> steps = service.steps().in(Names.in(lang));
        if (steps.isEmpty()) {
            facts.missing(Facet.STEPS);
        } else {
            facts.say("answer.steps.title", facts.name()).numbered(steps).from("steps");
        }
        if (service.channels().contains("online") && !service.url().isEmpty()) {
            facts.say("answer.link", service.url()).from("url");
        }
    }

    private void fees(Facts facts, ServiceRecord service) {
        if (service.fees().isEmpty()) {
            facts.missing(Facet.FEES);
            return;
        }
        facts.say("answer.fees.title", facts.name());
        service.fees().forEach(facts::fee);
        facts.from("fees");
    }

    private void duration(Facts facts, ServiceRecord service, Lang lang) {
        String text = service.duration().text().in(Names.in(lang));
        if (text.isEmpty()) {
            facts.missing(Facet.DURATION);
        } else {
            facts.say("answer.duration.title", facts.name(), text).from("duration");
        }
    }

    private void locations(Facts facts, ServiceRecord service, Lang lang, Entities entities) {
        List<String> places = service.locations().in(Names.in(lang));
        List<Center> centers = centers(service, entities.governorate());
        if (places.isEmpty() && centers.isEmpty()) {
            facts.missing(Facet.LOCATIONS);
            return;
        }
        if (!places.isEmpty()) {
            facts.say("answer.locations.title", facts.name()).bulleted(places).from("locations");
        }
        if (!centers.isEmpty()) {
            facts.say("answer.locations.centers", names.department(service.department(), lang));
            facts.bulleted(centers.stream()
                    .map(center -> center.name().in(Names.in(lang)))
                    .toList());
            centers.forEach(center -> facts.from(cited(center, "name")));
        }
    }

    private void channels(Facts facts, ServiceRecord service) {
        if (service.channels().isEmpty()) {
            facts.missing(Facet.CHANNELS);
            return;
        }
        facts.say("answer.channels.title", facts.name());
        List<String> ways = new ArrayList<>();
        for (String channel : service.channels()) {
            switch (channel) {
                case "online", "office", "phone", "app", "center" ->
                    ways.add(Messages.text(facts.lang(), "answer.channels." + channel, service.url()));
                default -> ways.add(channel);
            }
        }
        facts.bulleted(ways).from("channels").from("url");
    }

    private void hours(Facts facts, ServiceRecord service, Lang lang, Entities entities) {
        List<Center> centers = centers(service, entities.governorate());
        if (centers.isEmpty()) {
            facts.missing(Facet.HOURS);
            return;
        }
        facts.say("answer.hours.title", facts.name());
        facts.bulleted(centers.stream()
                .map(center -> Messages.text(
                        lang,
                        "answer.hours.line",
                        center.name().in(Names.in(lang)),
                        center.hours().in(Names.in(lang))))
                .toList());
        centers.forEach(center -> facts.from(cited(center, "name")).from(cited(center, "hours")));
    }

    private void overview(Facts facts, ServiceRecord service, Lang lang) {
        String summary = service.summary().in(Names.in(lang));
        if (summary.isEmpty()) {
            facts.missing(Facet.OVERVIEW);
        } else {
            facts.say("answer.overview.title", facts.name(), summary).from("summary");
        }
        facts.say("answer.department", names.department(service.department(), lang));
        if (!service.url().isEmpty()) {
            facts.say("answer.link", service.url()).from("url");
        }
    }

    /** Working centers that take the service's department, those of the governorate asked for alone where there are any. */
    private List<Center> centers(ServiceRecord service, Optional<String> governorate) {
        List<Center> serving = registry.centers().stream()
                .filter(center -> center.status().equals("operating"))
                .filter(center -> center.departments().contains(service.department()))
                .collect(Collectors.toList());
        List<Center> near = serving.stream()
                .filter(center ->
                        governorate.filter(center.governorate()::equals).isPresent())
                .toList();
        return (near.isEmpty() ? serving : near).stream().limit(MOST_CENTERS).toList();
    }

    /** Centers have no versions: the registry in force today is what is cited. */
    private Citation cited(Center center, String field) {
        return new Citation("center", center.id(), 0, field, LocalDate.ofInstant(clock.instant(), AMMAN));
    }
}
