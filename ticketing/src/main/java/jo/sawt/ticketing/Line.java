package jo.sawt.ticketing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The contacts that one conversation goes through. The first joins by writing, each other one by a proof (see {@link
 * Joining}); answers go to the one that spoke last, or to the channel that the citizen prefers.
 *
 * @param last the contact of the newest message
 * @param others the rest of them, the latest first
 * @param preferred the channel that the citizen asked to be answered by
 * @param asked the matter that this conversation was asked to prove, where a code is awaited
 */
public record Line(Contact last, List<Contact> others, Optional<Channel> preferred, Optional<Reference> asked) {
    private static final int MOST = 8;

    public Line {
        others = List.copyOf(others);
    }

    static Line of(Contact contact) {
        return new Line(contact, List.of(), Optional.empty(), Optional.empty());
    }

    /** Where answers go. */
    public Contact to() {
        return preferred.flatMap(this::by).orElse(last);
    }

    /** All of them, the one that answers go to first. */
    public List<Contact> all() {
        Contact to = to();
        return Stream.concat(Stream.of(to), Stream.concat(Stream.of(last), others.stream()))
                .distinct()
                .toList();
    }

    /** The contact of a channel that spoke last. */
    Optional<Contact> by(Channel channel) {
        return Stream.concat(Stream.of(last), others.stream())
                .filter(contact -> contact.channel() == channel)
                .findFirst();
    }

    boolean has(Contact contact) {
        return last.equals(contact) || others.contains(contact);
    }

    /** A message came from one of them, which was proved to be one. */
    Line heard(Contact contact) {
        if (last.equals(contact)) {
            return this;
        }
        List<Contact> rest = new ArrayList<>(List.of(last));
        others.stream().filter(other -> !other.equals(contact)).limit(MOST - 1L).forEach(rest::add);
        return new Line(contact, rest, preferred, asked);
    }

    Line preferring(Channel channel) {
        return new Line(last, others, Optional.of(channel), asked);
    }

    Line asking(Optional<Reference> reference) {
        return new Line(last, others, preferred, reference);
    }
}
