package jo.sawt.assistant;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.ticketing.Lang;

/** What the assistant says about every facet of every service of the sample registry, in both languages. */
public final class EveryAnswer {
    private EveryAnswer() {}

    /** One answer. */
    public record Said(String service, String facet, Lang lang, String text) {}

    public static Stream<Said> ofSample() {
        Registry registry = SampleRegistry.load(InstantSource.system());
        ServiceAnswers answers = new ServiceAnswers(registry, Lexicon.load("lexicon.txt"), InstantSource.system());
        Entities nobody = new Entities(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return registry.services().stream()
                .flatMap(service -> Arrays.stream(Facet.values())
                        .flatMap(facet -> Arrays.stream(Lang.values())
                                .map(lang -> new Said(
                                        service.id().value(),
                                        facet.wire(),
                                        lang,
                                        answers.about(service, facet, lang, nobody)
                                                .text()))));
    }
}
