package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Department;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.SampleRegistry;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.knowledge.ServiceRecord;
import jo.sawt.ticketing.Lang;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Entities NOBODY =
            new Entities(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Registry registry = SampleRegistry.load(InstantSource.system());
    private final ServiceAnswers answers =
            new ServiceAnswers(registry, Lexicon.load("lexicon.txt"), InstantSource.system());
    private final Evidence evidence = new Evidence(new CitedFields(registry));

    @Test
    void everyAnswerAboutEveryServiceSaysOnlyWhatItsCitedFieldsSay() {
        List<String> lies = new ArrayList<>();
        for (ServiceRecord service : registry.services()) {
            for (Facet facet : Facet.values()) {
                for (Lang lang : Lang.values()) {
                    Passage passage = answers.about(service, facet, lang, NOBODY);
                    List<String> lacking = evidence.unsupported(passage.text(), lang, passage.citations());
                    if (!lacking.isEmpty()) {
                        lies.add(service.id() + " " + facet.wire() + " " + lang.wire() + " " + lacking);
                    }
                }
            }
        }
        assertThat(lies).isEmpty();
    }

    @Test
    void centersOfEveryDepartmentAreToldByTheirCitedFieldsAlone() {
        Centers centers = new Centers(registry, InstantSource.system());
        List<Passage> told = new ArrayList<>();
        for (Department department : registry.departments()) {
            for (Lang lang : Lang.values()) {
                centers.told(department.id(), Optional.of("إربد"), lang).ifPresent(passage -> {
                    told.add(passage);
                    assertThat(evidence.unsupported(passage.text(), lang, passage.citations()))
                            .isEmpty();
                });
            }
        }
        assertThat(told).isNotEmpty();
    }

    @Test
    void plantedAmountIsFound() {
        Passage honest = answers.about(passport(), Facet.FEES, Lang.AR, NOBODY);
        assertThat(honest.text()).contains("50.000");

        String lie = honest.text().replace("50.000", "45.000");

        assertThat(evidence.unsupported(lie, Lang.AR, honest.citations())).contains("45");
    }

    @Test
    void plantedDocumentIsFound() {
        Passage honest = answers.about(passport(), Facet.DOCUMENTS, Lang.EN, NOBODY);

        String lie = honest.text() + "\n9. Bank statement";

        assertThat(evidence.unsupported(lie, Lang.EN, honest.citations())).contains("bank", "statement");
    }

    @Test
    void factOfAnotherFieldIsFoundWhereOnlyOneIsCited() {
        Passage documents = answers.about(passport(), Facet.DOCUMENTS, Lang.EN, NOBODY);
        Passage fees = answers.about(passport(), Facet.FEES, Lang.EN, NOBODY);

        assertThat(evidence.unsupported(fees.text(), Lang.EN, documents.citations()))
                .isNotEmpty();
    }

    private ServiceRecord passport() {
        return registry.service(new ServiceId("passport-renewal")).orElseThrow();
    }
}
