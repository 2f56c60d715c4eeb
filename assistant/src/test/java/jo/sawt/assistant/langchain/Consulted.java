package jo.sawt.assistant.langchain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Metrics;
import io.helidon.metrics.api.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jo.sawt.assistant.Asked;
import jo.sawt.assistant.Assistant;
import jo.sawt.assistant.Assistants;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.DepartmentId;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.ProvenTracking;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.Tracking;
import org.junit.jupiter.api.AfterEach;

/** What the tests of tools share: a model on loopback, and an assistant that may let it work with them. */
class Consulted {
    /** A question that the registry does not answer. */
    static final String BOAT = "How do I register a boat on the Dead Sea?";

    static final String PASSPORT = "{\"words\":\"renew a passport\"}";

    private static final String FEES = "How much does it cost to renew my passport?";

    final ModelPeer peer = new ModelPeer();
    final List<String> proofs = new ArrayList<>();

    @AfterEach
    void close() {
        peer.close();
    }

    static String answer(String blocks) {
        String result = ModelPeer.block(blocks, "RESULT");
        String first = result.split("\n\nid: ", 2)[0];
        return first.substring(first.indexOf('\n', first.indexOf("fields: ")) + 1);
    }

    /** What a model says in the end; of options, that none fits, and of an answer, the same. */
    static Function<String, String> ends(String source, Function<String, String> answer) {
        return blocks -> blocks.contains("BEGIN OPTIONS")
                ? ModelPeer.json("id", "")
                : blocks.contains("BEGIN ANSWER")
                        ? ModelPeer.json("answer", ModelPeer.block(blocks, "ANSWER"))
                        : JsonNodeFactory.instance
                                .objectNode()
                                .put("source", source)
                                .put("answer", answer.apply(blocks))
                                .toString();
    }

    /** Nothing, in the end. */
    static Function<String, String> ends() {
        return ends("", blocks -> "");
    }

    String worded(Assistant assistant) {
        peer.says(blocks -> ModelPeer.json("answer", "Please: " + ModelPeer.block(blocks, "ANSWER")));
        return assistant.answer(Asked.first(FEES)).decision().reply().text();
    }

    Decision said(String text) {
        return said(assistant(), text);
    }

    static Decision said(Assistant assistant, String text) {
        return assistant.respond(Assistants.turn(List.of(), Assistants.said(1, text), List.of(), Map.of()));
    }

    Decision answered(String text) {
        return assistant().answer(Asked.first(text)).decision();
    }

    static Decision composed(String text) {
        return said(Assistants.sample(), text);
    }

    Assistant assistant() {
        return Assistants.with(model(), Optional.of(this::look));
    }

    OpenAiLanguageModel model() {
        return model(Duration.ofSeconds(10));
    }

    OpenAiLanguageModel model(Duration budget) {
        return new OpenAiLanguageModel(new ModelServer(peer.url(), Optional.of("key"), "peer", budget));
    }

    ProvenTracking.Seen look(String asker, Optional<Reference> reference, Optional<String> proof) {
        proofs.add(proof.orElseThrow());
        return proof.get().equals("4567")
                ? new ProvenTracking.Seen.Found(
                        new Tracking.Tracked(
                                reference.orElseThrow(),
                                Status.WITH_DEPARTMENT,
                                Kind.COMPLAINT,
                                Optional.of(new DepartmentId("dls")),
                                Optional.of(Instant.parse("2026-11-28T09:00:00Z")),
                                true,
                                List.of()),
                        Optional.of(new ProvenTracking.Proof("4567", Optional.empty())))
                : new ProvenTracking.Seen.WrongProof();
    }

    static double counted(String tool, String result) {
        return Metrics.globalRegistry()
                .getOrCreate(Counter.builder("sawt_model_tools")
                        .tags(List.of(Tag.create("tool", tool), Tag.create("result", result))))
                .count();
    }
}
