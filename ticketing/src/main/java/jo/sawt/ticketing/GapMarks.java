package jo.sawt.ticketing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Marks on a ticket what the assistant could not answer. */
final class GapMarks {
    /** The name of the event that tells of it. */
    static final String GAP = "gap";

    private GapMarks() {}

    /** Marks what could not be answered, and owes the record of it where the question is known. */
    static void put(Draft draft, Decision decision) {
        List<Unanswered> questions = decision.understanding().grounds().unanswered();
        if (questions.isEmpty() && decision instanceof Decision.Refuse refuse && refuse.gap()) {
            mark(draft, decision.understanding(), Optional.empty());
        }
        questions.forEach(question -> draft.teach(mark(draft, decision.understanding(), Optional.of(question))));
    }

    private static Entry mark(Draft draft, Understanding understood, Optional<Unanswered> question) {
        Map<String, String> details = new HashMap<>();
        understood.service().ifPresent(id -> details.put("service", id));
        understood.facet().ifPresent(facet -> details.put("facet", facet));
        question.ifPresent(asked -> {
            details.put("text", asked.text());
            details.put("topic", String.join(" ", asked.topic()));
            details.put("register", asked.register());
        });
        Optional<DepartmentId> department =
                question.flatMap(Unanswered::department).or(understood::department);
        return draft.event(Party.ASSISTANT, GAP, Optional.empty(), department.map(DepartmentId::value), details);
    }
}
