package jo.sawt.ticketing;

import java.util.List;
import java.util.Optional;

/**
 * The exchange with the citizen and what is owed in it.
 *
 * @param line the contacts that it goes through
 * @param chosen the language that the citizen chose
 * @param offered the options of the last reply
 */
public record Talk(Line line, Optional<Lang> chosen, Numbers numbers, Owed owed, Links links, List<Option> offered) {
    public Talk {
        offered = List.copyOf(offered);
    }

    /** Of one contact. */
    public Talk(Contact contact, Optional<Lang> chosen, Numbers numbers, Owed owed, Links links, List<Option> offered) {
        this(Line.of(contact), chosen, numbers, owed, links, offered);
    }

    /** Where answers go. */
    public Contact contact() {
        return line.to();
    }

    Talk through(Line other) {
        return new Talk(other, chosen, numbers, owed, links, offered);
    }

    Talk numbered(Numbers other) {
        return new Talk(line, chosen, other, owed, links, offered);
    }

    Talk owing(Owed other) {
        return new Talk(line, chosen, numbers, other, links, offered);
    }

    Talk linked(Links other) {
        return new Talk(line, chosen, numbers, owed, other, offered);
    }

    Talk offering(List<Option> options) {
        return new Talk(line, chosen, numbers, owed, links, options);
    }

    Talk choosing(Lang lang) {
        return new Talk(line, Optional.of(lang), numbers, owed, links, offered);
    }

    /**
     * The assistant's turn and the messages to be sent.
     *
     * @param lessons the numbers of events in the timeline that are to be recorded where they teach
     */
    public record Owed(Optional<Turn> turn, List<OutboxEntry> outbox, List<Long> lessons) {
        static final Owed NOTHING = new Owed(Optional.empty(), List.of(), List.of());

        Owed turn(Optional<Turn> other) {
            return new Owed(other, outbox, lessons);
        }

        Owed outbox(List<OutboxEntry> other) {
            return new Owed(turn, other, lessons);
        }

        Owed lessons(List<Long> other) {
            return new Owed(turn, outbox, other);
        }

        /** Without the lessons that are recorded. */
        Owed taught(List<Long> done) {
            return lessons(lessons.stream().filter(seq -> !done.contains(seq)).toList());
        }

        /** The oldest message owed; those after it wait for it. */
        Optional<OutboxEntry> next() {
            return outbox.stream()
                    .filter(entry -> entry.state() == OutboxEntry.State.OWED)
                    .findFirst();
        }

        public Owed {
            outbox = List.copyOf(outbox);
            lessons = List.copyOf(lessons);
        }
    }
}
