package jo.sawt.ticketing;

import java.util.List;

/** What the assistant decided about a turn. */
public sealed interface Decision {
    Understanding understanding();

    /** What the citizen is told. */
    Reply reply();

    /** The question is answered (or is none: a greeting, thanks); the next move is the citizen's. */
    record Answer(Understanding understanding, Reply reply) implements Decision {}

    /** More must be known first; the next move is the citizen's. */
    record Clarify(Understanding understanding, Reply reply) implements Decision {}

    /** The registry does not hold this, and it is said so; a knowledge gap where it should have. */
    record Refuse(Understanding understanding, Reply reply, boolean gap) implements Decision {}

    /**
     * The matter goes to a department, {@code understanding.department()}, or to the human queue where that is empty.
     * In the reply {@code {ref}} stands for the public reference and {@code {due}} for the day of the deadline.
     *
     * @param subject a short neutral line for lists, in the citizen's language
     * @param also other matters of the same words, each with its kind, which make the ticket a joint one
     */
    record Route(Understanding understanding, Reply reply, String subject, List<Understanding> also)
            implements Decision {
        public Route {
            also = List.copyOf(also);
        }

        /** Of one matter. */
        public Route(Understanding understanding, Reply reply, String subject) {
            this(understanding, reply, subject, List.of());
        }
    }

    /**
     * A person takes over from the human queue.
     *
     * @param summary at most three lines for the agent, in both languages that agents read
     */
    record HandOver(Understanding understanding, Reply reply, String reason, Summary summary) implements Decision {
        /** With a summary in one language, whoever reads it. */
        public HandOver(Understanding understanding, Reply reply, String reason, String summary) {
            this(understanding, reply, reason, new Summary(summary, summary));
        }
    }

    /** The same lines in both languages. */
    record Summary(String ar, String en) {
        public String in(Lang lang) {
            return lang == Lang.AR ? ar : en;
        }
    }
}
