package jo.sawt.assistant;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jo.sawt.knowledge.Facet;
import jo.sawt.knowledge.Gathering;
import jo.sawt.knowledge.Heard;
import jo.sawt.knowledge.ServiceId;
import jo.sawt.ticketing.Author;
import jo.sawt.ticketing.Citation;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.Entry;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Option;
import jo.sawt.ticketing.Rating;
import jo.sawt.ticketing.Responder;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.TurnView;

/**
 * Notes questions whose answer a citizen has confirmed, so that editors can make ways of asking of them: by picking a
 * service from those offered, by saying right after an answer that it has helped, or by rating an answered conversation
 * well. Texts go on without personal data.
 */
public final class Listening implements Responder {
    /** What is longer is a question of its own and no pick. */
    private static final int LONGEST_PICK = 60;

    /** Of 5; solution and classification, which say whether the right service was found. */
    private static final int GOOD = 4;

    private final Responder responder;
    private final Gathering gathering;
    private final InstantSource clock;
    private final Helped helped = new Helped();

    /** Listens to what is asked of and decided by a responder. */
    public Listening(Responder responder, Gathering gathering, InstantSource clock) {
        this.responder = responder;
        this.gathering = gathering;
        this.clock = clock;
    }

    @Override
    public Decision respond(TurnView turn) {
        return listened(turn, responder.respond(turn));
    }

    @Override
    public Decision respond(TurnView turn, Consumer<String> saying) {
        return listened(turn, responder.respond(turn, saying));
    }

    private Decision listened(TurnView turn, Decision decision) {
        if (decision instanceof Decision.Answer answer) {
            service(answer.reply().citations())
                    .filter(service -> isPicked(turn, service))
                    .ifPresent(service -> asked(turn)
                            .ifPresent(text -> hear(
                                    new Question(
                                            service, text, facet(answer.reply().citations())),
                                    turn.ticket().value(),
                                    turn.channel().wire(),
                                    Heard.Confirmation.OPTION)));
            if (answer.reply().citations().isEmpty()) {
                helped.by(turn).ifPresent(memory -> helped(turn, memory));
            }
        }
        return decision;
    }

    /** Notes the question that named the service; its facet only where the last answer was to this very question. */
    private void helped(TurnView turn, Memory memory) {
        Optional<Facet> facet = asked(turn).filter(memory.text()::equals).isPresent()
                ? memory.facet().flatMap(Facet::parse)
                : Optional.empty();
        memory.service()
                .ifPresent(service -> hear(
                        new Question(new ServiceId(service), memory.text(), facet),
                        turn.ticket().value(),
                        turn.channel().wire(),
                        Heard.Confirmation.HELPED));
    }

    private static boolean isPicked(TurnView turn, ServiceId service) {
        List<String> offered = turn.offered().stream().map(Option::id).toList();
        return offered.contains(service.value())
                && switch (turn.unanswered().getLast().content()) {
                    case Content.Choice choice -> choice.option().equals(service.value());
                    case Content.Words words -> words.text().length() <= LONGEST_PICK;
                    case Content.PersonWanted none -> false;
                };
    }

    /** The question that options were offered for: the citizen's last words before them. */
    private static Optional<String> asked(TurnView turn) {
        return turn.history().reversed().stream()
                .filter(said -> said.author() == Author.CITIZEN)
                .flatMap(said -> words(said.content()).stream())
                .findFirst();
    }

    private static Optional<String> words(Content content) {
        return content instanceof Content.Words words && !words.text().isBlank()
                ? Optional.of(words.text())
                : Optional.empty();
    }

    /** Notes the questions of a conversation that was rated; of several about one service the first, since later ones lean on it. */
    public void rated(Ticket ticket) {
        Optional<Rating> rating = ticket.care().milestones().rating();
        if (rating.filter(it -> it.solution() >= GOOD && it.classification() >= GOOD)
                .isEmpty()) {
            return;
        }
        Set<ServiceId> told = new HashSet<>();
        for (Entry entry : ticket.timeline().entries()) {
            if (entry.what() instanceof Entry.Told reply && entry.by().author() == Author.ASSISTANT) {
                List<Citation> citations = reply.reply().citations();
                service(citations)
                        .filter(told::add)
                        .ifPresent(service -> said(ticket, reply.answers())
                                .ifPresent(text -> hear(
                                        new Question(service, text, facet(citations)),
                                        ticket.reference().value(),
                                        ticket.channel().wire(),
                                        Heard.Confirmation.RATING)));
            }
        }
    }

    private static Optional<String> said(Ticket ticket, long seq) {
        return ticket.timeline()
                .bySeq(seq)
                .map(Entry::what)
                .filter(Entry.Said.class::isInstance)
                .flatMap(said -> words(((Entry.Said) said).content()));
    }

    /** What a citizen wrote in a ticket, without personal data; empty where that entry is no words of a citizen. */
    public static Optional<String> masked(Ticket ticket, long seq) {
        return said(ticket, seq).map(text -> Masked.of(text).text());
    }

    private void hear(Question question, String ticket, String channel, Heard.Confirmation confirmation) {
        var source = new Heard.Source(ticket, channel, confirmation, Optional.empty(), clock.instant());
        gathering.hear(question.service(), Masked.of(question.text()).text(), question.facet(), source);
    }

    /** The one service that an answer cites. */
    private static Optional<ServiceId> service(List<Citation> citations) {
        Set<String> services = citations.stream()
                .filter(citation -> citation.type().equals("service"))
                .map(Citation::id)
                .collect(Collectors.toSet());
        return services.size() == 1
                ? Optional.of(new ServiceId(services.iterator().next()))
                : Optional.empty();
    }

    private static Optional<Facet> facet(List<Citation> citations) {
        Set<String> fields = citations.stream()
                .filter(citation -> citation.type().equals("service"))
                .map(Citation::field)
                .collect(Collectors.toSet());
        return fields.size() == 1 ? Facet.parse(fields.iterator().next()) : Optional.empty();
    }

    private record Question(ServiceId service, String text, Optional<Facet> facet) {}
}
