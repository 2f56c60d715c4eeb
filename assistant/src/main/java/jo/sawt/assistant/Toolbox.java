package jo.sawt.assistant;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jo.sawt.assistant.LanguageModel.Suggestion;
import jo.sawt.assistant.Memory.Pending;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.DepartmentId;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Reply;
import org.jspecify.annotations.Nullable;

/**
 * The tools for one message. What they find is kept as decisions that the assistant would have made itself, so that whatever
 * the model says of it is held against the same sources, and nothing it says is needed.
 */
final class Toolbox implements Tools {
    private static final int MOST_SERVICES = 3;
    private static final int LONGEST = 500;
    private static final Set<String> NAMES = Set.of("search", "nearest_center", "track", "open_ticket");

    private final Toolshed shed;
    private final Heard heard;
    private final Optional<Tracing> tracing;
    private final Map<String, Decision> services = new LinkedHashMap<>();
    private Optional<Decision> centers = Optional.empty();
    private Optional<Decision> settled = Optional.empty();

    /** @param tracing empty where nothing can be tracked */
    Toolbox(Toolshed shed, Heard heard, Optional<Tracing> tracing) {
        this.shed = shed;
        this.heard = heard;
        this.tracing = tracing;
    }

    /** A decision that the tools led to, and how the model words it, if it does. */
    record Found(Decision decision, Optional<String> wording) {}

    /** What a call is told, and as what it counts. */
    private record Told(String result, String text) {
        static Told done(String text) {
            return new Told("done", text);
        }

        static Told nothing(String text) {
            return new Told("nothing", text);
        }

        static Told refused(String text) {
            return new Told("refused", text);
        }
    }

    @Override
    public String search(@Nullable String words) {
        return called("search", () -> {
            Optional<String> asked = given(words);
            if (asked.isEmpty()) {
                return Told.refused("Give a few words to search for.");
            }
            String found = shed.finder().find(asked.get(), MOST_SERVICES).candidates().stream()
                    .limit(MOST_SERVICES)
                    .map(candidate -> described(candidate.service()))
                    .collect(Collectors.joining("\n\n"));
            return found.isEmpty() ? Told.nothing("Nothing was found.") : Told.done(found);
        });
    }

    /** A service as the assistant would answer the citizen's question about it. */
    private String described(ServiceRecord service) {
        String id = service.id().value();
        Memory memory = heard.turn().memory().asking(Pending.SERVICE, heard.text(), Optional.empty());
        Decision answer =
                shed.dialogue().step(new Content.Choice(id), heard.turn().with(memory, List.of()));
        services.put(id, answer);
        String fields = answer.reply().citations().stream()
                .map(Citation::field)
                .distinct()
                .collect(Collectors.joining(", "));
        return "id: " + id + "\nname: " + service.name().in(Names.in(heard.lang())) + "\nfields: " + fields + "\n"
                + answer.reply().text();
    }

    @Override
    public String nearestCenter(@Nullable String of, @Nullable String place) {
        return called("nearest_center", () -> {
            Optional<ServiceRecord> service = given(of).flatMap(shed.names()::service);
            Optional<DepartmentId> department =
                    service.map(ServiceRecord::department).or(() -> given(of).flatMap(this::department));
            Optional<String> governorate = given(place)
                    .flatMap(named -> shed.reader()
                            .read(named, Optional.of(heard.lang()))
                            .entities()
                            .governorate());
            if (department.isEmpty() || governorate.isEmpty()) {
                return Told.refused("Give the id of a service or department, and a town or governorate of Jordan.");
            }
            return shed.centers()
                    .told(department.get(), governorate, heard.lang())
                    .map(passage -> {
                        centers = Optional.of(answered(service, department.get(), passage));
                        return Told.done(passage.text());
                    })
                    .orElseGet(() -> Told.nothing("No center takes its matters."));
        });
    }

    private Optional<DepartmentId> department(String named) {
        return shed.names()
                .department(named)
                .or(() -> shed.names().departmentNamed(named))
                .map(Department::id);
    }

    private Decision answered(Optional<ServiceRecord> service, DepartmentId department, Passage passage) {
        Noted noted = new Noted(
                heard.lang(), Kind.INQUIRY, service, Optional.of(department), Optional.of(Facet.LOCATIONS), 0.8);
        Memory memory = heard.turn().memory();
        Memory next = service.map(
                        s -> memory.answered(s.id().value(), Optional.of(Facet.LOCATIONS.wire()), heard.text()))
                .orElseGet(memory::settled);
        return new Decision.Answer(noted.remembering(next), new Reply(passage.text(), List.of(), passage.citations()));
    }

    @Override
    public String track(@Nullable String reference, @Nullable String proof) {
        return called("track", () -> {
            Optional<Decision> told = tracing.flatMap(it -> it.trace(heard, given(reference), given(proof)));
            if (told.isEmpty()) {
                return Told.refused("Not without a reference and its proof, both written by the citizen here.");
            }
            settled = told;
            return Told.done("The citizen is told.");
        });
    }

    @Override
    public String openTicket(
            @Nullable String kind, @Nullable String what, @Nullable String where, @Nullable String when) {
        return called("open_ticket", () -> {
            Optional<Kind> wanted =
                    given(kind).map(it -> it.toUpperCase(Locale.ROOT)).flatMap(Kind::parse);
            String matter = String.join(
                            " ",
                            given(what).orElse(""),
                            given(where).orElse(""),
                            given(when).orElse(""))
                    .strip();
            if (wanted.isEmpty() || !heard.saysNumbersOf(matter)) {
                return Told.refused("Give the kind, and only what the citizen has written.");
            }
            settled = Optional.of(proposed(wanted.get(), given(what).isEmpty() ? "" : matter));
            return Told.done("The matter is proposed.");
        });
    }

    /** The way that any matter of that kind goes: to its department, or a question back; the citizen's own words are kept. */
    private Decision proposed(Kind kind, String matter) {
        Memory memory = heard.turn().memory();
        if (matter.isEmpty()) {
            return shed.matters().askOrRoute(kind, heard.lang(), memory);
        }
        Reading reading = shed.reader().read(matter, Optional.of(heard.lang()));
        Meaning meaning = shed.understander().understand(reading, Optional.empty());
        Decision taken = shed.matters().take(meaning, kind, heard.lang(), memory);
        return taken instanceof Decision.Clarify clarify
                ? new Decision.Clarify(
                        clarify.understanding()
                                .remembering(memory.asking(Pending.DEPARTMENT, heard.all(), Optional.of(kind))
                                        .entries()),
                        clarify.reply())
                : taken;
    }

    @Override
    public String faulty(String tool, Fault fault) {
        if (fault != Fault.FAILED) {
            heard.talk().calls().decrementAndGet();
        }
        count(NAMES.contains(tool) ? tool : "unknown", fault.name().toLowerCase(Locale.ROOT));
        return switch (fault) {
            case INVENTED -> "There is no such tool.";
            case BROKEN -> "The arguments are no valid JSON object.";
            case FAILED -> "The tool does not work now.";
        };
    }

    @Override
    public boolean goOn() {
        return settled.isEmpty() && heard.talk().calls().get() >= 0;
    }

    /** What came of it: what is settled, else what the model bases its answer on; empty where that is nothing found here. */
    Optional<Found> found(Optional<Suggestion> suggestion) {
        if (settled.isPresent()) {
            return settled.map(decision -> new Found(decision, Optional.empty()));
        }
        return suggestion.flatMap(said -> Optional.ofNullable(services.get(said.source()))
                .filter(Decision.Answer.class::isInstance)
                .or(() -> centers)
                .map(decision -> new Found(decision, Optional.of(said.answer()))));
    }

    private String called(String tool, Supplier<Told> work) {
        heard.talk().calls().decrementAndGet();
        Told told = goOn() ? work.get() : Told.refused("No more calls. Answer now.");
        count(tool, told.result());
        return told.text();
    }

    /** An argument with what its placeholders stand for; empty where it is missing or too long. */
    private Optional<String> given(@Nullable String argument) {
        return Optional.ofNullable(argument)
                .map(it -> heard.masked().restore(it).strip())
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST);
    }

    private static void count(String tool, String result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_model_tools")
                        .description("Calls of tools by the language model, by tool and by what came of them")
                        .tags(List.of(Tag.create("tool", tool), Tag.create("result", result))))
                .increment();
    }
}
