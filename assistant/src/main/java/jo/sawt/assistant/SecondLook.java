package jo.sawt.assistant;

import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Embedder;
import jo.sawt.knowledge.ServiceFinder;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;

/**
 * Takes the step of a conversation once more, with a vector of the message, where by its words the assistant would refuse, ask
 * back or answer unsurely. The message leaves for a model of vectors, so it goes masked, and only if it {@linkplain Seal may}.
 */
final class SecondLook {
    private final Embedder embedder;
    private final Seal seal;

    SecondLook(Embedder embedder, Lexicon lexicon) {
        this.embedder = embedder;
        this.seal = new Seal(lexicon);
    }

    Decision of(Content content, Turn turn, Decision composed, Mind mind) {
        ServiceFinder finder = mind.tools().finder();
        if (!(content instanceof Content.Words words) || !Consulting.isOpen(composed) || !finder.hasVectors()) {
            return composed;
        }
        if (!seal.lets(words.text(), turn, composed, mind.dialogue())) {
            count("sealed");
            return composed;
        }
        String leaving = Masked.bare(Masked.withoutProofs(words.text()).text()).strip();
        Optional<float[]> vector = leaving.isEmpty() ? Optional.empty() : embedder.question(leaving);
        if (vector.isEmpty()) {
            count("away");
            return composed;
        }
        // with the vector what the message asks for, and anything else by words
        ServiceFinder near = (question, limit) -> question.equals(words.text())
                ? finder.find(question, vector.get(), limit)
                : finder.find(question, limit);
        Decision again = mind.finding().apply(near).step(content, turn);
        boolean better = staysAnInquiry(again) && !again.equals(composed);
        count(better ? "changed" : "kept");
        return better ? again : composed;
    }

    /** What vectors say is about services; whether a message is a matter for a department is told by its words. */
    private static boolean staysAnInquiry(Decision again) {
        return switch (again) {
            case Decision.Answer answer -> true;
            case Decision.Clarify clarify -> true;
            case Decision.Refuse refuse -> true;
            case Decision.Route route -> false;
            case Decision.HandOver over -> false;
        };
    }

    private static void count(String result) {
        Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_second_looks")
                        .description("What came of looking at an inquiry once more, with its vector")
                        .tags(List.of(Tag.create("result", result))))
                .increment();
    }
}
