package jo.sawt.ticketing;

import java.util.Map;
import java.util.Optional;

/** What a citizen's rating does to a ticket. */
final class Rates {
    private Rates() {}

    static Draft rated(Draft draft, Rating rating) {
        draft.care = draft.care.with(draft.care.milestones().rated(rating));
        draft.event(
                Party.CITIZEN,
                "rated",
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "solution", String.valueOf(rating.solution()),
                        "classification", String.valueOf(rating.classification()),
                        "response", String.valueOf(rating.response())));
        return draft;
    }
}
