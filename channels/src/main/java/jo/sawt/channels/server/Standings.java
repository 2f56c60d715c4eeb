package jo.sawt.channels.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jo.sawt.channels.email.MailboxState;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Tickets;
import jo.sawt.ticketing.Traffic;

/** Puts together how each channel stands. */
final class Standings {
    private final Traffic traffic;
    private final Tickets tickets;
    private final Instant openedAt;

    Standings(Traffic traffic, Tickets tickets, Instant openedAt) {
        this.traffic = traffic;
        this.tickets = tickets;
        this.openedAt = openedAt;
    }

    List<ChannelRoutes.Standing> of(
            Set<Channel> twilio, Optional<Instant> forgedSince, Optional<List<MailboxState>> mailboxes) {
        List<Traffic.Failing> forged = forgedSince.stream()
                .map(since -> new Traffic.Failing("webhook-signature", since))
                .toList();
        return List.of(
                standing(Channel.WEB, true, Optional.of(openedAt), List.of()),
                called(Channel.SMS, twilio, forged),
                called(Channel.WHATSAPP, twilio, forged),
                mail(mailboxes));
    }

    /** The provider calls us: from the moment that we listen. */
    private ChannelRoutes.Standing called(Channel channel, Set<Channel> on, List<Traffic.Failing> forged) {
        boolean is = on.contains(channel);
        return standing(channel, is, is ? Optional.of(openedAt) : Optional.empty(), is ? forged : List.of());
    }

    private ChannelRoutes.Standing mail(Optional<List<MailboxState>> mailboxes) {
        List<MailboxState> states = mailboxes.orElse(List.of());
        Optional<Instant> since = states.stream()
                .flatMap(state -> state.connectedSince().stream())
                .min(Instant::compareTo);
        List<Traffic.Failing> failing = states.stream()
                .flatMap(state -> state.failing().stream())
                .map(why -> new Traffic.Failing("mailbox-" + why.code(), why.at()))
                .toList();
        return standing(Channel.EMAIL, mailboxes.isPresent(), since, failing);
    }

    private ChannelRoutes.Standing standing(
            Channel channel, boolean on, Optional<Instant> since, List<Traffic.Failing> more) {
        Traffic.Passed passed = traffic.of(channel);
        List<Traffic.Failing> failing = new ArrayList<>(more);
        passed.failing().ifPresent(failing::add);
        return new ChannelRoutes.Standing(channel, on, since, passed, tickets.waiting(channel), failing);
    }
}
