package jo.sawt.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.TextClassifier.Example;
import jo.sawt.knowledge.lucene.KnowledgeIndex;
import jo.sawt.ticketing.Decision;
import org.junit.jupiter.api.Test;

/** A country's own registry has no ways of asking on its first day, and none at all before it is imported. */
class NoWaysOfAskingTest {
    @Test
    void questionsAreAnsweredFromNamesAlone() throws InterruptedException {
        Assistant assistant = open(registry("utterances"));
        Decision decision =
                assistant.answer(Asked.first("كم رسوم تجديد جواز السفر؟")).decision();
        assertThat(decision).isInstanceOf(Decision.Answer.class);
        assertThat(decision.reply().citations())
                .extracting(citation -> citation.id() + "." + citation.field())
                .contains("passport-renewal.fees");
    }

    @Test
    void thereIsSomethingToLearnFromBeforeThereIsAnyService() {
        Examples examples = Examples.of(registry("utterances", "services", "departments"));
        assertThat(List.of(
                        examples.latin(),
                        examples.kinds(),
                        examples.sorts(),
                        examples.facets(),
                        examples.departments()))
                .allSatisfy(
                        texts -> assertThat(texts.stream().map(Example::label).distinct())
                                .hasSizeGreaterThan(1));
    }

    private static Assistant open(Registry registry) throws InterruptedException {
        KnowledgeIndex index = KnowledgeIndex.open(registry, Optional.empty());
        assertThat(index.awaitTrained(Duration.ofMinutes(2))).isTrue();
        Assistant assistant =
                Assistant.open(registry, index, Optional.empty(), InstantSource.system(), Optional.empty());
        assertThat(assistant.awaitReady(Duration.ofMinutes(4))).isTrue();
        return assistant;
    }

    /** The sample without some of its lists. */
    private static Registry registry(String... without) {
        return (Registry) Proxy.newProxyInstance(
                Registry.class.getClassLoader(), new Class<?>[] {Registry.class}, (proxy, method, args) -> {
                    if (List.of(without).contains(method.getName())) {
                        return List.of();
                    }
                    try {
                        return method.invoke(Assistants.REGISTRY, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
