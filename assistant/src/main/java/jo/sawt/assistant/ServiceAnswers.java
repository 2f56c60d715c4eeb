package jo.sawt.assistant;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Center;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;

/** Answers about one facet of one service, made of nothing but the fields of its record and of the centers. */
final class ServiceAnswers {
    private final Names names;
    private final Lexicon lexicon;
    private final Centers centers;

    ServiceAnswers(Registry registry, Lexicon lexicon, InstantSource clock) {
        this.names = new Names(registry);
        this.lexicon = lexicon;
        this.centers = new Centers(registry, clock);
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
        List<Center> serving = centers.serving(service.department(), entities.governorate());
        if (places.isEmpty() && serving.isEmpty()) {
            facts.missing(Facet.LOCATIONS);
            return;
        }
        if (!places.isEmpty()) {
            facts.say("answer.locations.title", facts.name()).bulleted(places).from("locations");
        }
        if (!serving.isEmpty()) {
            facts.say("answer.locations.centers", names.department(service.department(), lang));
            facts.bulleted(serving.stream()
                    .map(center -> center.name().in(Names.in(lang)))
                    .toList());
            serving.forEach(center -> facts.from(centers.cited(center, "name")));
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
        List<Center> serving = centers.serving(service.department(), entities.governorate());
        if (serving.isEmpty()) {
            facts.missing(Facet.HOURS);
            return;
        }
        facts.say("answer.hours.title", facts.name());
        facts.bulleted(serving.stream()
                .map(center -> Messages.text(
                        lang,
                        "answer.hours.line",
                        center.name().in(Names.in(lang)),
                        center.hours().in(Names.in(lang))))
                .toList());
        serving.forEach(center -> facts.from(centers.cited(center, "name")).from(centers.cited(center, "hours")));
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
}
