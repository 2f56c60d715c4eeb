package jo.sawt.ticketing;

import java.util.Optional;

/** One citizen matter: its timeline, its owner, its clocks. Immutable; a step makes the next one. */
public record Ticket(Reference reference, Revision revision, Matter matter, Care care, Talk talk, Timeline timeline) {

    public long version() {
        return revision.version();
    }

    public Status status() {
        return care.status();
    }

    public Kind kind() {
        return matter.kind();
    }

    public Channel channel() {
        return talk.contact().channel();
    }

    public Optional<DepartmentId> department() {
        return matter.topic().department();
    }

    /** Whose move it is. */
    public Owner owner() {
        return status().owner();
    }

    /** Whether it is the newest of its conversation, so that what is said in it takes the next number. */
    boolean isHead() {
        return talk.links().isHead();
    }
}
