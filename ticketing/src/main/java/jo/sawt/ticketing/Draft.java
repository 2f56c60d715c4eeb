package jo.sawt.ticketing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a ticket while it is being written. Knows how entries are numbered and what is owed for them; which steps
 * there are is for others. Not for several threads.
 */
final class Draft {
    private static final int SENT_KEPT = 20;
    private static final long OVERHEAD = 200;

    private final House house;
    private final Optional<Ticket> origin;
    private final Reference reference;
    private final Instant now;
    private final List<Entry> added = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private boolean silent;

    Matter matter;
    Care care;
    Talk talk;

    private Draft(House house, Optional<Ticket> origin, Reference reference, Matter matter, Care care, Talk talk) {
        this.house = house;
        this.origin = origin;
        this.reference = reference;
        this.now = house.now();
        this.matter = matter;
        this.care = care;
        this.talk = talk;
    }

    /** The next step of a ticket. */
    static Draft of(House house, Ticket ticket) {
        return new Draft(house, Optional.of(ticket), ticket.reference(), ticket.matter(), ticket.care(), ticket.talk());
    }

    /** The first step of a split-off or taken-down one, whose clocks are already decided. */
    static Draft beside(House house, Reference reference, Ticket from, Matter matter) {
        Links links = new Links(
                Optional.of(from.talk().links().first().orElse(from.reference())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(from.reference()),
                Optional.empty());
        Talk talk =
                new Talk(from.talk().line(), from.talk().chosen(), Numbers.NONE, Talk.Owed.NOTHING, links, List.of());
        return fresh(house, reference, matter, talk);
    }

    /** The first step of a new one. */
    static Draft fresh(House house, Reference reference, Matter matter, Talk talk) {
        Deadlines.Due due = house.deadlines().due(matter.kind(), Optional.empty(), house.now());
        Care care =
                new Care(Status.NEW, Optional.empty(), Optional.empty(), List.of(), Clocks.due(due), Milestones.NONE);
        Draft draft = new Draft(house, Optional.empty(), reference, matter, care, talk);
        draft.keys.add("ticket:" + reference);
        return draft;
    }

    House house() {
        return house;
    }

    Reference reference() {
        return reference;
    }

    Instant now() {
        return now;
    }

    Instant createdAt() {
        return origin.map(ticket -> ticket.revision().createdAt()).orElse(now);
    }

    Status status() {
        return care.status();
    }

    Lang lang() {
        return matter.lang();
    }

    /** A key that no other ticket may have. */
    Draft key(String key) {
        keys.add(key);
        return this;
    }

    /** A step of a worker that staff need not notice. */
    Draft silently() {
        silent = true;
        return this;
    }

    /** The newest message of the citizen, by its number; 0 for none. */
    long heard() {
        return all().stream()
                .filter(entry -> entry.what() instanceof Entry.Said)
                .mapToLong(Entry::seq)
                .max()
                .orElse(0);
    }

    /** Whether this step has written an event of this name for this reason. */
    boolean hasWritten(String event, String reason) {
        return added.stream()
                .anyMatch(entry -> entry.what() instanceof Entry.Event written
                        && written.name().equals(event)
                        && reason.equals(written.details().get("reason")));
    }

    List<Entry> all() {
        List<Entry> all = new ArrayList<>(
                origin.map(ticket -> ticket.timeline().entries()).orElse(List.of()));
        all.addAll(added);
        return all;
    }

    /** The citizen said something, in the conversation or (a copy) beside it. */
    Entry hear(Entry.Said said, Optional<String> key, boolean spoken) {
        key.ifPresent(keys::add);
        Entry entry = write(Party.CITIZEN, key, said, spoken);
        care = care.with(care.milestones()
                .waiting(Optional.of(care.milestones().waitingSince().orElse(now))));
        return entry;
    }

    /** The citizen is told something, which answers all that was heard so far. */
    Entry tell(Party by, Reply reply, Optional<String> key) {
        key.ifPresent(keys::add);
        long heard = heard();
        Entry entry = write(by, key, new Entry.Told(reply, heard, Optional.empty()), isHead());
        owe(entry);
        talk = talk.numbered(talk.numbers().answered(heard)).offering(reply.options());
        care = care.with(care.milestones().waiting(Optional.empty()));
        if (by.author() != Author.SYSTEM) {
            care = care.with(care.clocks().responded(now));
        }
        return entry;
    }

    /** Something is said beside what is owed: it answers nothing. */
    Entry remark(Party by, Reply reply) {
        Entry entry = write(by, Optional.empty(), new Entry.Told(reply, 0, Optional.empty()), isHead());
        owe(entry);
        return entry;
    }

    /** All that was heard so far needs no other answer. */
    void settled() {
        talk = talk.numbered(talk.numbers().answered(heard()));
    }

    /** A word of another ticket of the citizen's, carried here; changes nothing else. */
    Entry carry(Entry from, Reference about, Reply reply, String key) {
        keys.add(key);
        Entry entry = write(from.by(), Optional.of(key), new Entry.Told(reply, 0, Optional.of(about)), isHead());
        owe(entry);
        return entry;
    }

    Entry note(Party by, String text, Optional<String> key) {
        key.ifPresent(keys::add);
        return write(by, key, new Entry.Note(text), false);
    }

    /** A note of the assistant for whoever takes over. */
    void summary(String ar, String en) {
        Optional<String> other = Optional.of(en).filter(text -> !text.equals(ar));
        write(Party.ASSISTANT, Optional.empty(), new Entry.Note(ar, other), false);
    }

    Entry event(Party by, String name, Optional<String> old, Optional<String> value, Map<String, String> details) {
        return write(by, Optional.empty(), new Entry.Event(name, old, value, details), false);
    }

    private Entry write(Party by, Optional<String> key, Entry.What what, boolean spoken) {
        Numbers numbers = talk.numbers().written(spoken, size(what));
        talk = talk.numbered(numbers);
        Entry entry = new Entry(numbers.entries(), spoken ? numbers.spoken() : 0, now, by, key, what);
        added.add(entry);
        return entry;
    }

    private void owe(Entry entry) {
        if (!entry.isSpoken()) {
            outbox(OutboxEntry.of(entry.seq(), OutboxEntry.Kind.CARRY, now));
        } else if (house.sent().contains(talk.contact().channel())) {
            outbox(OutboxEntry.of(entry.seq(), OutboxEntry.Kind.SEND, now));
        }
    }

    private void outbox(OutboxEntry entry) {
        List<OutboxEntry> outbox = new ArrayList<>(talk.owed().outbox());
        outbox.add(entry);
        talk = talk.owing(talk.owed().outbox(outbox));
    }

    /** Puts the new state of a message owed in the place of the old one; of those sent only the last are kept. */
    void outboxBecomes(OutboxEntry entry) {
        List<OutboxEntry> outbox = new ArrayList<>();
        for (OutboxEntry each : talk.owed().outbox()) {
            outbox.add(each.seq() == entry.seq() ? entry : each);
        }
        long sent = outbox.stream().filter(Draft::isSent).count();
        for (int i = 0; sent > SENT_KEPT && i < outbox.size(); ) {
            if (isSent(outbox.get(i))) {
                outbox.remove(i);
                sent--;
            } else {
                i++;
            }
        }
        talk = talk.owing(talk.owed().outbox(outbox));
    }

    private static boolean isSent(OutboxEntry entry) {
        return entry.state() == OutboxEntry.State.SENT;
    }

    void turn(Optional<Turn> turn) {
        talk = talk.owing(talk.owed().turn(turn));
    }

    /** What an entry of this step teaches is to be recorded. */
    void teach(Entry entry) {
        List<Long> lessons = new ArrayList<>(talk.owed().lessons());
        lessons.add(entry.seq());
        talk = talk.owing(talk.owed().lessons(lessons));
    }

    boolean isHead() {
        return talk.links().isHead();
    }

    /** The step, ready to be stored. */
    Change done() {
        long writes = origin.map(ticket -> ticket.revision().writes()).orElse(0L);
        long version = origin.map(Ticket::version).orElse(0L);
        Ticket next = built(writes + 1, silent ? version : version + 1);
        return new Change(
                origin.map(ticket -> ticket.revision().writes()),
                next,
                added,
                keys,
                Alarms.next(next, house.settings().windows()));
    }

    private Ticket built(long writes, long version) {
        Instant updated =
                silent ? origin.map(ticket -> ticket.revision().updatedAt()).orElse(now) : now;
        return new Ticket(
                reference,
                new Revision(writes, version, createdAt(), updated),
                matter,
                care,
                talk,
                new Timeline(all()));
    }

    private static long size(Entry.What what) {
        return OVERHEAD
                + switch (what) {
                    case Entry.Said said ->
                        bytes(said.text()) + OVERHEAD * said.files().size();
                    case Entry.Told told ->
                        bytes(told.reply().text())
                                + OVERHEAD
                                        * (told.reply().options().size()
                                                + told.reply().citations().size()
                                                + told.reply().files().size());
                    case Entry.Note note ->
                        bytes(note.text()) + note.english().map(Draft::bytes).orElse(0L);
                    case Entry.Event event ->
                        event.details().values().stream()
                                .mapToLong(Draft::bytes)
                                .sum();
                };
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
