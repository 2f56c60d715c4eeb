package jo.sawt.ticketing.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import jo.sawt.ticketing.Change;
import jo.sawt.ticketing.Channel;
import jo.sawt.ticketing.Page;
import jo.sawt.ticketing.Reference;
import jo.sawt.ticketing.Scope;
import jo.sawt.ticketing.Status;
import jo.sawt.ticketing.Ticket;
import jo.sawt.ticketing.TicketEvent;
import jo.sawt.ticketing.TicketQuery;
import jo.sawt.ticketing.Tickets;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Tickets in one collection, one document each. */
public final class MongoTickets implements Tickets {
    /**
     * A projection makes the embedded store answer with a copy; without one it hands out the document that a later write
     * changes while it is being sent.
     */
    private static final Bson WHOLE = Projections.exclude("none");

    private static final Bson WITHOUT_TIMELINE = Projections.exclude("timeline", "keys");

    private final MongoCollection<Document> tickets;

    /** The tickets of a database, after it has been brought to the form they need. */
    public static MongoTickets open(MongoDatabase database, InstantSource time) {
        new Schema(database, time).bring(TicketSchema.PART, TicketSchema.STEPS);
        return new MongoTickets(database);
    }

    private MongoTickets(MongoDatabase database) {
        this.tickets = database.getCollection("tickets").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public Optional<Ticket> find(Reference reference) {
        return Reached.call(() -> Optional.ofNullable(tickets.find(Filters.eq("_id", reference.value()))
                        .projection(WHOLE)
                        .first())
                .map(TicketDocs::read));
    }

    @Override
    public List<Ticket> byKeys(List<String> keys) {
        return read(Filters.in("keys", keys), WHOLE);
    }

    private List<Ticket> read(Bson filter, Bson projection) {
        return Reached.call(() -> tickets.find(filter)
                .projection(projection)
                .map(TicketDocs::read)
                .into(new ArrayList<>()));
    }

    @Override
    public Saved save(Change change) {
        return Reached.call(() -> {
            try {
                return change.before().isEmpty()
                        ? insert(change)
                        : update(change, change.before().get());
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return Saved.TAKEN;
                }
                if (Reached.gaveWay(e)) {
                    return Saved.STALE;
                }
                throw e;
            }
        });
    }

    private Saved insert(Change change) {
        tickets.insertOne(TicketDocs.insert(change));
        return Saved.STORED;
    }

    private Saved update(Change change, long before) {
        Bson state = new Document("_id", change.next().reference().value()).append("writes", before);
        long matched = tickets.updateOne(state, TicketDocs.update(change)).getMatchedCount();
        return matched == 1 ? Saved.STORED : Saved.STALE;
    }

    @Override
    public List<Reference> due(Instant now, int limit) {
        return Reached.call(() -> tickets.find(new Document("wake", Due.until(now)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("wake"))
                .limit(limit)
                .map(document -> new Reference(Docs.text(document, "_id")))
                .into(new ArrayList<>()));
    }

    @Override
    public Page list(Scope scope, TicketQuery query) {
        return Reached.call(() -> new Listing(query).page(tickets, scope, WITHOUT_TIMELINE));
    }

    @Override
    public List<TicketEvent> changedSince(Instant after, int limit) {
        return Reached.call(() -> tickets.find(Filters.gt("head.updatedAt", Date.from(after)))
                .projection(Projections.include(
                        "head.version", "head.updatedAt", "head.talk.channel", "head.talk.address", "head.talk.line"))
                .sort(Sorts.ascending("head.updatedAt"))
                .limit(limit)
                .map(MongoTickets::event)
                .into(new ArrayList<>()));
    }

    private static TicketEvent event(Document document) {
        Document head = Docs.document(document, "head");
        Document talk = Docs.document(head, "talk");
        return new TicketEvent(
                new Reference(Docs.text(document, "_id")),
                Docs.number(head, "version"),
                TalkDocs.contacts(talk),
                "changed",
                Docs.time(head, "updatedAt"));
    }

    @Override
    public List<Ticket> open(Optional<Reference> after, int limit) {
        List<String> open = Arrays.stream(Status.values())
                .filter(Status::isOpen)
                .map(Status::wire)
                .toList();
        Bson from = after.<Bson>map(reference -> Filters.gt("_id", reference.value()))
                .orElseGet(Filters::empty);
        return Reached.call(() -> tickets.find(Filters.and(Filters.in("head.care.status", open), from))
                .projection(WHOLE)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(TicketDocs::read)
                .into(new ArrayList<>()));
    }

    @Override
    public List<Ticket> dead(int limit) {
        return Reached.call(() -> tickets.find(Filters.eq("head.dead", true))
                .projection(WHOLE)
                .sort(Sorts.descending("head.updatedAt"))
                .limit(limit)
                .map(TicketDocs::read)
                .into(new ArrayList<>()));
    }

    @Override
    public long waiting(Channel channel) {
        return Reached.call(() -> tickets.countDocuments(Filters.and(
                Filters.gt("wake", ""),
                Filters.eq("head.talk.channel", channel.wire()),
                Filters.eq("head.talk.outbox.state", "owed"))));
    }

    @Override
    public void hint(Reference first, Reference head) {
        Reached.call(() -> tickets.updateOne(Filters.eq("_id", first.value()), Updates.set("newest", head.value())));
    }
}
