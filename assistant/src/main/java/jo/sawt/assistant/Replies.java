package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Findings.Candidate;
import jo.sawt.knowledge.LifeEvent;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.knowledge.TextClassifier.Scored;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Lang;
import jo.sawt.ticketing.Messages;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Reply;

/** Replies that are not about a service's facts: questions back, refusals, confirmations, and courtesy. */
final class Replies {
    static final String PERSON = "person";
    static final String TICKET = "ticket";
    static final String OTHER = "other";
    static final String DEPARTMENT = "department:";
    static final String EMERGENCY = "911";

    private static final int MOST_OPTIONS = 5;

    private final Names names;

    Replies(Names names) {
        this.names = names;
    }

    Reply say(Lang lang, String key, Object... args) {
        return Reply.of(Messages.text(lang, key, args));
    }

    /** Which of these services? Likeliest first. */
    Reply services(Lang lang, List<ServiceRecord> services) {
        List<Option> options = services.stream()
                .limit(MOST_OPTIONS)
                .map(service -> option(service, lang))
                .toList();
        return listed(Messages.text(lang, "answer.clarify.service"), options, cited(services));
    }

    /** A life event's services in order. */
    Reply event(Lang lang, LifeEvent event, List<ServiceRecord> services) {
        List<Option> options =
                services.stream().map(service -> option(service, lang)).toList();
        String title = Messages.text(lang, "answer.event.title", event.name().in(Names.in(lang)));
        return listed(title, options.subList(0, Math.min(MOST_OPTIONS, options.size())), cited(services));
    }

    Reply departments(Lang lang, List<Scored> departments) {
        List<Option> options = new ArrayList<>();
        for (Scored scored : departments.subList(0, Math.min(MOST_OPTIONS - 1, departments.size()))) {
            String name = names.department(new DepartmentId(scored.label()), lang);
            options.add(new Option(DEPARTMENT + scored.label(), name));
        }
        options.add(new Option(OTHER, Messages.text(lang, "answer.option.other")));
        return listed(Messages.text(lang, "answer.clarify.department"), options, List.of());
    }

    /** Nothing in the registry answers this: the nearest there are, a person, or a ticket. */
    Reply nearest(Lang lang, List<Candidate> candidates) {
        List<ServiceRecord> services =
                candidates.stream().limit(3).map(Candidate::service).toList();
        List<Option> options =
                new ArrayList<>(services.stream().map(s -> option(s, lang)).toList());
        options.add(new Option(PERSON, Messages.text(lang, "answer.option.person")));
        options.add(new Option(TICKET, Messages.text(lang, "answer.option.ticket")));
        return listed(Messages.text(lang, "answer.refused.nearest"), options, cited(services));
    }

    /** With {@code {ref}} and {@code {due}} for the desk to fill in. */
    Reply routed(Lang lang, Kind kind, Optional<DepartmentId> department) {
        return routed(lang, "answer.routed.", kind, department);
    }

    /** What opening the ticket would do, where none is opened. */
    Reply wouldRoute(Lang lang, Kind kind, Optional<DepartmentId> department) {
        return routed(lang, "answer.would.", kind, department);
    }

    private Reply routed(Lang lang, String prefix, Kind kind, Optional<DepartmentId> department) {
        if (department.isEmpty()) {
            return say(lang, prefix + "queue");
        }
        DepartmentId id = department.get();
        return say(lang, prefix + kind.name().toLowerCase(Locale.ROOT), names.department(id, lang));
    }

    String subject(Lang lang, Kind kind, Optional<ServiceRecord> service, Optional<DepartmentId> department) {
        String about = service.map(s -> s.name().in(Names.in(lang)))
                .or(() -> department.map(id -> names.department(id, lang)))
                .orElseGet(() -> Messages.text(lang, "answer.subject.unknown"));
        return Messages.text(lang, "answer.subject." + kind.name().toLowerCase(Locale.ROOT), about);
    }

    private static Option option(ServiceRecord service, Lang lang) {
        return new Option(service.id().value(), service.name().in(Names.in(lang)));
    }

    private static Reply listed(String title, List<Option> options, List<Citation> citations) {
        StringBuilder text = new StringBuilder(title);
        for (int i = 0; i < options.size(); i++) {
            text.append('\n').append(i + 1).append(". ").append(options.get(i).label());
        }
        return new Reply(text.toString(), options, citations);
    }

    private static List<Citation> cited(List<ServiceRecord> services) {
        return services.stream()
                .map(s -> new Citation("service", s.id().value(), s.version(), "name", s.effectiveFrom()))
                .toList();
    }
}
