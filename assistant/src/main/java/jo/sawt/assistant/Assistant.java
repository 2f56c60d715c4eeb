package jo.sawt.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jo.sawt.knowledge.Registry;
import jo.sawt.knowledge.Search;
import jo.sawt.knowledge.ServiceFinder;
import jo.sawt.ticketing.Decision;
import jo.sawt.ticketing.InboundMessage.Content;
import jo.sawt.ticketing.Kind;
import jo.sawt.ticketing.Responder;
import jo.sawt.ticketing.TurnView;

/**
 * Answers citizens from the registry, or says that it cannot. Works without any model server, within milliseconds; safe for
 * many threads.
 */
public final class Assistant implements Responder {
    private final Dialogue dialogue;
    private final Previews answered;

    private Assistant(Dialogue dialogue, Previews answered) {
        this.dialogue = dialogue;
        this.answered = answered;
    }

    /** Trains what it needs of the packaged messages and the registry's ways of asking, which takes some seconds. */
    public static Assistant train(
            Registry registry, ServiceFinder finder, Search search, Trainer trainer, java.time.InstantSource clock) {
        Lexicon lexicon = Lexicon.load("lexicon.txt");
        Lexicon places = Lexicon.load("places.txt");
        Models models = Models.train(registry, trainer, lexicon);
        Territories territories = new Territories(registry, places);
        Names names = new Names(registry);
        Replies replies = new Replies(names);
        var understanding = new Dialogue.Understanding(
                new Reader(lexicon, places, new Languages(models.latin())),
                new Understander(
                        models,
                        finder,
                        lexicon,
                        territories,
                        new FacetReader(models.facets(), lexicon, new Manner(lexicon))),
                new Picks(lexicon),
                lexicon,
                names);
        return new Assistant(
                new Dialogue(
                        understanding,
                        new Answers(registry, search, new ServiceAnswers(registry, lexicon, clock), lexicon),
                        new Matters(registry, new DepartmentReader(registry, models, territories), replies, lexicon),
                        new HandOvers(names),
                        replies),
                new Previews(names, replies));
    }

    @Override
    public Decision respond(TurnView view) {
        Turn turn = new Turn(
                view.channel(), view.lang(), Optional.empty(), view.offered(), view.kind(), Memory.from(view.memory()));
        List<Decision> decisions = new ArrayList<>();
        for (TurnView.Said said : view.unanswered()) {
            Decision decision = dialogue.step(said.content(), turn);
            decisions.add(decision);
            turn = turn.with(
                    Memory.from(decision.understanding().memory()),
                    decision.reply().options());
        }
        return Merging.of(decisions);
    }

    /** Answers outside of any ticket; what would open one says what that would do. */
    public Answered answer(Asked asked) {
        Turn turn = new Turn(
                asked.channel(),
                asked.before(),
                asked.lang(),
                asked.offered(),
                Kind.INQUIRY,
                Memory.from(asked.memory()));
        Decision decision = dialogue.step(new Content.Words(asked.text()), turn);
        return answered.of(decision);
    }
}
