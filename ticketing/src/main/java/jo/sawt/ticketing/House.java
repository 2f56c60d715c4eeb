package jo.sawt.ticketing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * What every step of a ticket needs to know of the house.
 *
 * @param sent the channels whose messages are sent; in the others the citizen reads the timeline itself
 * @param wordsOnly those of them whose messages take no files along
 */
record House(
        TicketingSettings settings,
        InstantSource time,
        Deadlines deadlines,
        Departments departments,
        Set<Channel> sent,
        Set<Channel> wordsOnly) {
    /** The instant of now, as exact as the store keeps it. */
    Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether the files of a reply reach a citizen of this channel. */
    boolean carriesFiles(Channel channel) {
        return !wordsOnly.contains(channel);
    }

    Lease lease() {
        return new Lease(settings.node(), now().plus(settings.patience().lease()));
    }

    /** Whether work with this lease may be taken up here. */
    boolean isFree(Optional<Lease> lease) {
        return lease.isEmpty()
                || !lease.get().until().isAfter(now())
                || lease.get().isOf(settings.node())
                || settings.sole();
    }

    /** A matter of which nothing is known yet. */
    Matter blank(Lang lang) {
        return new Matter(Kind.INQUIRY, "", lang, Topic.NONE, Matter.Labels.NONE, Optional.empty());
    }

    String name(DepartmentId id, Lang lang) {
        return departments.name(id, lang).orElse(id.value());
    }
}
