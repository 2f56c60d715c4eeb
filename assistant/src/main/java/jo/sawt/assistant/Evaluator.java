package jo.sawt.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import jo.sawt.ticketing.Decision;

/** Asks an assistant the questions of labelled lines and keeps score. A line with {@code turns} is a dialogue. */
final class Evaluator {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Assistant assistant;
    private final Tally tally = new Tally();
    private final Evidence evidence;
    private final List<String> misses = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();
    private int asked;

    Evaluator(Assistant assistant, Evidence evidence) {
        this.assistant = assistant;
        this.evidence = evidence;
    }

    /** Throws an IllegalArgumentException for a line that is no labelled question. */
    void ask(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
        String register = node.path("register").asText("-");
        if (node.has("turns")) {
            dialogue(node.path("turns"), register);
        } else if (node.path("text").asText().isBlank()) {
            throw new IllegalArgumentException("no text");
        } else {
            String text = node.path("text").asText();
            Answered answered = assistant.answer(Asked.first(text));
            check(answered);
            keep(register, text, Verdict.of(node, answered));
        }
    }

    private void dialogue(JsonNode turns, String register) {
        Asked asked = Asked.first("");
        Answered before = null;
        for (JsonNode turn : turns) {
            String text = turn.path("text").asText();
            asked = before == null ? Asked.first(text) : asked.then(text, before);
            before = assistant.answer(asked);
            check(before);
            keep(register, text, Verdict.ofTurn(turn, before));
        }
    }

    private void keep(String register, String text, Verdict verdict) {
        tally.add(register, verdict);
        if (!verdict.right()) {
            misses.add(verdict.json(text).toString());
        }
    }

    private void check(Answered answered) {
        asked++;
        if (!(answered.decision() instanceof Decision.Answer)) {
            return;
        }
        var reply = answered.decision().reply();
        List<String> lacking = evidence.unsupported(
                reply.text(), answered.decision().understanding().lang(), reply.citations());
        if (!lacking.isEmpty()) {
            unsupported.add(answered.outcome() + " "
                    + answered.service().map(Answered.Named::id).orElse("-") + " " + lacking);
        }
    }

    int asked() {
        return asked;
    }

    /** Answers with something that no field they cite holds. */
    List<String> unsupported() {
        return List.copyOf(unsupported);
    }

    Tally tally() {
        return tally;
    }

    List<String> misses() {
        return List.copyOf(misses);
    }
}
